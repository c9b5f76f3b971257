import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { security } from './security.ts';

checkExamples(security);
checkSources(security);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { pace } from './pace.ts';

checkExamples(pace);
checkSources(pace);

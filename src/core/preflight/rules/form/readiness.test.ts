import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { readiness } from './readiness.ts';

checkExamples(readiness);
checkSources(readiness);

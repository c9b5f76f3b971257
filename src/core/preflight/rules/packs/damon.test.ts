import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { damon } from './damon.ts';

checkExamples(damon);
checkSources(damon);

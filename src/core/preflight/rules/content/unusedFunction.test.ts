import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { unusedFunction } from './unusedFunction.ts';

checkExamples(unusedFunction);
checkSources(unusedFunction);

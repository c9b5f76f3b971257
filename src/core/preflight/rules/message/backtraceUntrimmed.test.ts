import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { backtraceUntrimmed } from './backtraceUntrimmed.ts';

checkExamples(backtraceUntrimmed);
checkSources(backtraceUntrimmed);

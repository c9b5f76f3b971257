import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { uBootCode } from './uBootCode.ts';

checkExamples(uBootCode);
checkSources(uBootCode);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tipCode } from './tipCode.ts';

checkExamples(tipCode);
checkSources(tipCode);

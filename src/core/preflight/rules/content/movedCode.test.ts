import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { movedCode } from './movedCode.ts';

checkExamples(movedCode);
checkSources(movedCode);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { leftInMessage } from './leftInMessage.ts';

checkExamples(leftInMessage);
checkSources(leftInMessage);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tipMessage } from './tipMessage.ts';

checkExamples(tipMessage);
checkSources(tipMessage);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { kvmMessage } from './kvmMessage.ts';

checkExamples(kvmMessage);
checkSources(kvmMessage);

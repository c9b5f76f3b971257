import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { kvmCode } from './kvmCode.ts';

checkExamples(kvmCode);
checkSources(kvmCode);

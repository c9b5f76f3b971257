import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { netdevCode } from './netdevCode.ts';

checkExamples(netdevCode);
checkSources(netdevCode);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { laterMended } from './laterMended.ts';

checkExamples(laterMended);
checkSources(laterMended);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { netdevPosting } from './netdevPosting.ts';

checkExamples(netdevPosting);
checkSources(netdevPosting);

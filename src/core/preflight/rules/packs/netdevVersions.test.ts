import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { netdevVersions } from './netdevVersions.ts';

checkExamples(netdevVersions);
checkSources(netdevVersions);

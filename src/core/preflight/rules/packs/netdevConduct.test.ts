import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { netdevConduct } from './netdevConduct.ts';

checkExamples(netdevConduct);
checkSources(netdevConduct);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { signOff } from './signOff.ts';

checkExamples(signOff);
checkSources(signOff);

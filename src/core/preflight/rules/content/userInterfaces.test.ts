import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { userInterfaces } from './userInterfaces.ts';

checkExamples(userInterfaces);
checkSources(userInterfaces);

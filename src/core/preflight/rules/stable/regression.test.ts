import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { regression } from './regression.ts';

checkExamples(regression);
checkSources(regression);

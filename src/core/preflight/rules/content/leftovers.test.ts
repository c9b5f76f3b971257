import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { leftovers } from './leftovers.ts';

checkExamples(leftovers);
checkSources(leftovers);

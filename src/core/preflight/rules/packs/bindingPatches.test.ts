import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { bindingPatches } from './bindingPatches.ts';

checkExamples(bindingPatches);
checkSources(bindingPatches);

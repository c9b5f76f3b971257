import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { patchParts } from './patchParts.ts';

checkExamples(patchParts);
checkSources(patchParts);

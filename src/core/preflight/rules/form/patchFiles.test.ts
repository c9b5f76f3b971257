import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { patchFiles } from './patchFiles.ts';

checkExamples(patchFiles);
checkSources(patchFiles);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { kernelDocs } from './kernelDocs.ts';

checkExamples(kernelDocs);
checkSources(kernelDocs);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { strayFiles } from './strayFiles.ts';

checkExamples(strayFiles);
checkSources(strayFiles);

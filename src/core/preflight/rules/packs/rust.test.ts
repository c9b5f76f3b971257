import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { rust } from './rust.ts';

checkExamples(rust);
checkSources(rust);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { stableTag } from './stableTag.ts';

checkExamples(stableTag);
checkSources(stableTag);

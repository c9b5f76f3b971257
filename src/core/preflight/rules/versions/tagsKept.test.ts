import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tagsKept } from './tagsKept.ts';

checkExamples(tagsKept);
checkSources(tagsKept);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { checkpatchSays } from './checkpatchSays.ts';

checkExamples(checkpatchSays);
checkSources(checkpatchSays);

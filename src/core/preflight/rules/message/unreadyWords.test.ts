import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { unreadyWords } from './unreadyWords.ts';

checkExamples(unreadyWords);
checkSources(unreadyWords);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { commitMentions } from './commitMentions.ts';

checkExamples(commitMentions);
checkSources(commitMentions);

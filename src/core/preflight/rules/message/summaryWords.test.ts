import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { summaryWords } from './summaryWords.ts';

checkExamples(summaryWords);
checkSources(summaryWords);

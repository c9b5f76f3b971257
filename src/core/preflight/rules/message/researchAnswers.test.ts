import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { researchAnswers } from './researchAnswers.ts';

checkExamples(researchAnswers);
checkSources(researchAnswers);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { stableTrivia } from './stableTrivia.ts';

checkExamples(stableTrivia);
checkSources(stableTrivia);

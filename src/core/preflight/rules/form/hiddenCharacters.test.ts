import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { hiddenCharacters } from './hiddenCharacters.ts';

checkExamples(hiddenCharacters);
checkSources(hiddenCharacters);

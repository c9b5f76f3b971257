import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { voice } from './voice.ts';

checkExamples(voice);
checkSources(voice);

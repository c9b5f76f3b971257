import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { seriesBase } from './seriesBase.ts';

checkExamples(seriesBase);
checkSources(seriesBase);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { seriesNumbers } from './seriesNumbers.ts';

checkExamples(seriesNumbers);
checkSources(seriesNumbers);

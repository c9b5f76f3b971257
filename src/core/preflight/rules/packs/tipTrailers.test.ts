import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tipTrailers } from './tipTrailers.ts';

checkExamples(tipTrailers);
checkSources(tipTrailers);

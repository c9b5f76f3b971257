import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { toTheReader } from './toTheReader.ts';

checkExamples(toTheReader);
checkSources(toTheReader);

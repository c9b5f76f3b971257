import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { seriesShape } from './seriesShape.ts';

checkExamples(seriesShape);
checkSources(seriesShape);

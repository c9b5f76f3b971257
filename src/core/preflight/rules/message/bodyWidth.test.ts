import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { bodyWidth } from './bodyWidth.ts';

checkExamples(bodyWidth);
checkSources(bodyWidth);

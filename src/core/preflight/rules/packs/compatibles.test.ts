import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { compatibles } from './compatibles.ts';

checkExamples(compatibles);
checkSources(compatibles);

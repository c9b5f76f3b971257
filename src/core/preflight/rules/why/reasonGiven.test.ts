import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { reasonGiven } from './reasonGiven.ts';

checkExamples(reasonGiven);
checkSources(reasonGiven);

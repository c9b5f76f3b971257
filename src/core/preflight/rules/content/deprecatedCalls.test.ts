import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { deprecatedCalls } from './deprecatedCalls.ts';

checkExamples(deprecatedCalls);
checkSources(deprecatedCalls);

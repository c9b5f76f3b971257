import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { deprecatedForms } from './deprecatedForms.ts';

checkExamples(deprecatedForms);
checkSources(deprecatedForms);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tagForm } from './tagForm.ts';

checkExamples(tagForm);
checkSources(tagForm);

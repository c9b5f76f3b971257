import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { subjectForm } from './subjectForm.ts';

checkExamples(subjectForm);
checkSources(subjectForm);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { mailForm } from './mailForm.ts';

checkExamples(mailForm);
checkSources(mailForm);

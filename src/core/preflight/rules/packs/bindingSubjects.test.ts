import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { bindingSubjects } from './bindingSubjects.ts';

checkExamples(bindingSubjects);
checkSources(bindingSubjects);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { subjectArea } from './subjectArea.ts';

checkExamples(subjectArea);
checkSources(subjectArea);

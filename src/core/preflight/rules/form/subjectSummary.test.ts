import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { subjectSummary } from './subjectSummary.ts';

checkExamples(subjectSummary);
checkSources(subjectSummary);

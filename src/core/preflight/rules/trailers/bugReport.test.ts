import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { bugReport } from './bugReport.ts';

checkExamples(bugReport);
checkSources(bugReport);

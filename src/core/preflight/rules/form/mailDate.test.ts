import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { mailDate } from './mailDate.ts';

checkExamples(mailDate);
checkSources(mailDate);

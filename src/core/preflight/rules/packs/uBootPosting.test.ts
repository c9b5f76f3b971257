import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { uBootPosting } from './uBootPosting.ts';

checkExamples(uBootPosting);
checkSources(uBootPosting);

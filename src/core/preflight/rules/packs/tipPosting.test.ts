import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tipPosting } from './tipPosting.ts';

checkExamples(tipPosting);
checkSources(tipPosting);

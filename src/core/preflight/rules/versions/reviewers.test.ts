import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { reviewers } from './reviewers.ts';

checkExamples(reviewers);
checkSources(reviewers);

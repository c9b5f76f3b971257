import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { kvmPosting } from './kvmPosting.ts';

checkExamples(kvmPosting);
checkSources(kvmPosting);

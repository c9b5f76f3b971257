import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { bpfPosting } from './bpfPosting.ts';

checkExamples(bpfPosting);
checkSources(bpfPosting);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { bpf } from './bpf.ts';

checkExamples(bpf);
checkSources(bpf);

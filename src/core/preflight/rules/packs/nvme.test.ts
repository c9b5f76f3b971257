import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { nvme } from './nvme.ts';

checkExamples(nvme);
checkSources(nvme);

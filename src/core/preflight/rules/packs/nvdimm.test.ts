import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { nvdimm } from './nvdimm.ts';

checkExamples(nvdimm);
checkSources(nvdimm);

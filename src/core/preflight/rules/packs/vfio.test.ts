import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { vfio } from './vfio.ts';

checkExamples(vfio);
checkSources(vfio);

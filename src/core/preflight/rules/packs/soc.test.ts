import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { soc } from './soc.ts';

checkExamples(soc);
checkSources(soc);

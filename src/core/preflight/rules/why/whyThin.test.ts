import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { whyThin } from './whyThin.ts';

checkExamples(whyThin);
checkSources(whyThin);

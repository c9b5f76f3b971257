import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { whyMissing } from './whyMissing.ts';

checkExamples(whyMissing);
checkSources(whyMissing);

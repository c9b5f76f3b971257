import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { notYetTested } from './notYetTested.ts';

checkExamples(notYetTested);
checkSources(notYetTested);

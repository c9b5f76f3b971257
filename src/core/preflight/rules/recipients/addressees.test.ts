import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { addressees } from './addressees.ts';

checkExamples(addressees);
checkSources(addressees);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { versionNumber } from './versionNumber.ts';

checkExamples(versionNumber);
checkSources(versionNumber);

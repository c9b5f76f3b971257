import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { oneChange } from './oneChange.ts';

checkExamples(oneChange);
checkSources(oneChange);

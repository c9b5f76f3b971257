import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { kconfigEntries } from './kconfigEntries.ts';

checkExamples(kconfigEntries);
checkSources(kconfigEntries);

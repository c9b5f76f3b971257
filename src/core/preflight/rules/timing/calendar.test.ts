import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { calendar } from './calendar.ts';

checkExamples(calendar);
checkSources(calendar);

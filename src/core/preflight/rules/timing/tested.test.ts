import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tested } from './tested.ts';

checkExamples(tested);
checkSources(tested);

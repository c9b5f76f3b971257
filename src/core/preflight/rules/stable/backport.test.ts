import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { backport } from './backport.ts';

checkExamples(backport);
checkSources(backport);

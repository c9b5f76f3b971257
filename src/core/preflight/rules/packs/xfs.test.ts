import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { xfs } from './xfs.ts';

checkExamples(xfs);
checkSources(xfs);

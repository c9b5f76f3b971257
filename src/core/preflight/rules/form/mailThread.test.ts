import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { mailThread } from './mailThread.ts';

checkExamples(mailThread);
checkSources(mailThread);

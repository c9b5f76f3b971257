import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { assistants } from './assistants.ts';

checkExamples(assistants);
checkSources(assistants);

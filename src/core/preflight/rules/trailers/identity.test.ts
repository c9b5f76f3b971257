import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { identity } from './identity.ts';

checkExamples(identity);
checkSources(identity);

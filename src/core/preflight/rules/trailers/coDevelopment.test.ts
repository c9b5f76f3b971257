import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { coDevelopment } from './coDevelopment.ts';

checkExamples(coDevelopment);
checkSources(coDevelopment);

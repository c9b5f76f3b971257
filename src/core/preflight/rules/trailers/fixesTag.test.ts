import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { fixesTag } from './fixesTag.ts';

checkExamples(fixesTag);
checkSources(fixesTag);

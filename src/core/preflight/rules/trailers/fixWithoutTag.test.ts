import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { fixWithoutTag } from './fixWithoutTag.ts';

checkExamples(fixWithoutTag);
checkSources(fixWithoutTag);

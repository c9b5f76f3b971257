import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { tagPlace } from './tagPlace.ts';

checkExamples(tagPlace);
checkSources(tagPlace);

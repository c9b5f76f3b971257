import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { media } from './media.ts';

checkExamples(media);
checkSources(media);

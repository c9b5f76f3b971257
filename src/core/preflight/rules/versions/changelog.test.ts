import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { changelog } from './changelog.ts';

checkExamples(changelog);
checkSources(changelog);

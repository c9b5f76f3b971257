import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { toolsUsed } from './toolsUsed.ts';

checkExamples(toolsUsed);
checkSources(toolsUsed);

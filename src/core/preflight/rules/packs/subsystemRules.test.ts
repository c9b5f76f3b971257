import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { subsystemRules } from './subsystemRules.ts';

checkExamples(subsystemRules);
checkSources(subsystemRules);

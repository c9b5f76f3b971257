import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { diffDamage } from './diffDamage.ts';

checkExamples(diffDamage);
checkSources(diffDamage);

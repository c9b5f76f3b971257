import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { claims } from './claims.ts';

checkExamples(claims);
checkSources(claims);

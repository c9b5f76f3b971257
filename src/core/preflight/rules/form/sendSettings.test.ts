import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { sendSettings } from './sendSettings.ts';

checkExamples(sendSettings);
checkSources(sendSettings);

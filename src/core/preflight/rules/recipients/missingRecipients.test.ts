import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { missingRecipients } from './missingRecipients.ts';

checkExamples(missingRecipients);
checkSources(missingRecipients);

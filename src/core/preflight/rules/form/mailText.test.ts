import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { mailText } from './mailText.ts';

checkExamples(mailText);
checkSources(mailText);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { mailSender } from './mailSender.ts';

checkExamples(mailSender);
checkSources(mailSender);

import { checkExamples } from '../../../../test/finding/checkExamples.ts';
import { headerAndBytes } from './headerAndBytes.ts';

checkExamples(headerAndBytes);

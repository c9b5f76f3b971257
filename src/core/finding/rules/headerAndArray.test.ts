import { checkExamples } from '../../../../test/finding/checkExamples.ts';
import { headerAndArray } from './headerAndArray.ts';

checkExamples(headerAndArray);

import { checkExamples } from '../../../../test/finding/checkExamples.ts';
import { otherArithmetic } from './otherArithmetic.ts';

checkExamples(otherArithmetic);

import { checkExamples } from '../../../../test/finding/checkExamples.ts';
import { productInAllocation } from './productInAllocation.ts';

checkExamples(productInAllocation);

import { checkExamples } from '../../../../../test/preflight/checkExamples.ts';
import { checkSources } from '../../../../../test/preflight/checkSources.ts';
import { riscv } from './riscv.ts';

checkExamples(riscv);
checkSources(riscv);

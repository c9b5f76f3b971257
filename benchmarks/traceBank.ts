import { readFileSync } from 'node:fs';
import { makeTraceBank } from './lab/makeTraceBank.ts';

// `node benchmarks/traceBank.ts LOG TREE VMLINUX MODULE.ko > bank.json`: out of a log with an oops, a bank of traces for a task
// of the kind "decoded trace". `--no-kernel-frames` before them: VMLINUX has no debug information, as in Debian's headers.
const words = process.argv.slice(2);
const hasDebugInfo = words[0] !== '--no-kernel-frames';
const [log, tree, vmlinux, module] = hasDebugInfo ? words : words.slice(1);
if (log === undefined || tree === undefined || vmlinux === undefined || module === undefined) {
  process.stderr.write('node benchmarks/traceBank.ts [--no-kernel-frames] LOG TREE VMLINUX MODULE.ko > bank.json\n');
  process.exit(2);
}
const bank = await makeTraceBank({ log: new Uint8Array(readFileSync(log)), tree, vmlinux, hasDebugInfo, module });
process.stdout.write(`${JSON.stringify(bank, null, 1)}\n`);

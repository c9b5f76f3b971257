import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';

/** Logs and traces in the message. */
export const backtraceUntrimmed: readonly PreflightRule[] = [
  {
    name: 'backtrace-untrimmed',
    title: 'a trace is quoted with times, registers or module lists',
    group: 'message',
    severity: 'warning',
    sources: [messageSources.backtraces('distracting information like timestamps, module lists, register')],
    covers: ['CHG-10'],
    why:
      'The few lines that show the bug drown among values that differ on every run; whoever '
      + 'searches the history for them finds less.',
    next:
      'Keep the first line of the report and the calls that matter; drop times, registers, the '
      + 'code bytes and the module list.',
    look: eachPatch((patch) => [...dumps(patch), ...times(patch)]),
    examples: [
      {
        given: {
          body: `It oopses:\n\nBUG: unable to handle page fault\nModules linked in: a b c\nCall Trace:\n f+0x1/0x2`,
        },
        finds: 'Modules linked in',
      },
      {
        given: { body: 'It oopses:\n\n RAX: 0000000000000000 RBX: ffff888003c0 RCX: 0\n RIP: 0010:f+0x1/0x2\n' },
        finds: 'registers',
      },
      {
        given: { body: 'It oopses:\n\nx29: ffff800082a3bc50 x28: ffff000080000000\nlr : f+0x1/0x2' },
        finds: 'registers',
      },
      { given: { body: `It fails:\n\n${'[    1.234567] usb 1-1: gone\n'.repeat(5)}` }, finds: '5 lines with times' },
      {
        given: {
          body: 'It fails:\n\n[    1.234567] usb 1-1: gone\n\nand a minute later\n\n[   61.234567] usb 1-1: here',
        },
      },
      { given: { body: 'It oopses:\n\n BUG: KASAN: use-after-free in f\n Call Trace:\n  f\n  g\n\nFree it once.' } },
      { given: { body: 'The address of x1: is 0x1234, and the code: 12.\n[1] https://made.example/' } },
    ],
  },
];

const DUMPS: readonly (readonly [RegExp, string])[] = [
  [/^\s{0,8}(?:\[[^\]]{1,20}\]\s*)?Modules linked in:/, 'the list "Modules linked in"'],
  [/\b(?:[ER][A-D]X|[ER]S[IP]|[ER]DI|R(?:0?[89]|1[0-5])): [\da-f]{8,16}\b/, 'registers'],
  [/\bx\d{1,2}\s?: [\da-f]{16}\b|\br\d{1,2}\s?: [\da-f]{8}\b|\bx\d{1,2}: [\da-f]{16} x\d/, 'registers'],
  [/^\s{0,8}(?:\[[^\]]{1,20}\]\s*)?Code: [\da-f]{2,8} [\da-f]{2,8} /, 'the bytes of the code'],
];

const dumps = (patch: PatchMail): readonly Finding[] => {
  for (const [pattern, name] of DUMPS) {
    const line = patch.message.find(({ text }) => pattern.test(text.slice(0, 300)));
    if (line) return [found(patch, line, `The trace is quoted with ${name}.`)];
  }
  return [];
};

const TIME = /^\s{0,8}(?:<\d>)?\[\s{0,8}\d{1,8}\.\d{6}\]/;
const MANY = 5;

const times = (patch: PatchMail): readonly Finding[] => {
  const lines = patch.message.filter(({ text }) => TIME.test(text));
  const [first] = lines;
  if (!first || lines.length < MANY) return [];
  return [found(patch, first, `The log is quoted with its times: ${lines.length} lines with times.`)];
};

const found = (patch: PatchMail, line: TextLine, what: string): Finding => ({
  patch,
  line,
  span: [line.text.length - line.text.trimStart().length, TIME.exec(line.text)?.[0].length ?? line.text.length],
  what,
});

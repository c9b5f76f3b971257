import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { type Paragraph, prose } from '../../../patch/prose.ts';
import { canPut, isSourceLine } from '../../isSourceLine.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { breakLine } from './breakLine.ts';

const WIDTH = 75;

/** How wide the lines of a message are. */
export const bodyWidth: readonly PreflightRule[] = [
  {
    name: 'body-line-too-long',
    title: `a line of prose is longer than ${WIDTH} columns`,
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.canonical('line wrapped at 75 columns'),
      messageSources.uBootConventions('Keep EVERY line under 72 characters'),
    ],
    covers: ['CHG-03'],
    why: 'git log indents a message and mail quotes it, so longer lines break in a terminal. Logs, links and tables are exempt.',
    next: `Wrap the paragraph at ${WIDTH} columns: git rebase -i, then reword.`,
    look: eachPatch((patch) =>
      prose(patch).flatMap((paragraph) => {
        const line = paragraph.lines.find((one) => isTooLong(one.text));
        return line ? [tooLong(patch, paragraph, line)] : [];
      }),
    ),
    examples: [
      {
        given: { body: `The driver frees the buffer twice when its probe fails, ${'and '.repeat(8)}so it crashes.` },
        finds: 'has 102 columns',
      },
      {
        given: { body: `- the driver frees the buffer twice when its probe fails, which crashes the whole machine` },
        finds: '89',
      },
      { given: { body: `Count it once, see this:\n\n\t${'call_a_function(with, arguments); '.repeat(4)}` } },
      { given: { body: `See\nhttps://made.example/${'long/'.repeat(30)}\nfor the reason why this is so.` } },
      { given: { body: `The file Documentation/${'devicetree/'.repeat(6)}binding.yaml\nsays so.` } },
      {
        given: {
          body: `Commit 0123456789ab ("a long title of some commit that cannot be broken over two lines")\nbroke it.`,
        },
      },
      { given: { body: `[    1.234567] ${'a log has long lines '.repeat(6)}` } },
      { given: { body: 'Größenänderungen zählen in Zeichen, nicht in Bytes: öäüöäüöäüöäüöäüöäüöäü.' } },
    ],
  },
];

const isTooLong = (text: string): boolean => {
  if (text.length <= WIDTH) return false;
  const columns = [...text].length;
  if (columns <= WIDTH || /:\/\/|\b[\da-f]{7,40} \("/i.test(text)) return false;
  // What cannot be broken is as long as it is: a path, a quoted title, a symbol.
  return (text.match(/"[^"]{30,}"|\S{30,}/g) ?? []).length === 0;
};

const tooLong = (patch: PatchMail, paragraph: Paragraph, line: TextLine): Finding => {
  const mend = wrapped(patch, paragraph);
  return {
    patch,
    line,
    span: [[...line.text].slice(0, WIDTH).join('').length, line.text.length],
    what: `This line of the message has ${[...line.text].length} columns.`,
    ...(mend && { mend }),
  };
};

/** Each long line by itself; those around it stay, for they may be apart on purpose. */
const wrapped = (patch: PatchMail, { kind, lines }: Paragraph): Finding['mend'] => {
  if (kind !== 'prose') return undefined;
  const edits: Edits[number][] = [];
  for (const line of lines) {
    if (!isTooLong(line.text)) continue;
    const put = breakLine(line.text, WIDTH);
    if (!put || !isSourceLine(patch.mail, line) || !canPut(patch.mail, put)) return undefined;
    edits.push({ first: line.at, count: 1, put });
  }
  return { says: `Break the line at ${WIDTH} columns`, edits };
};

type Edits = NonNullable<Finding['mend']>['edits'];

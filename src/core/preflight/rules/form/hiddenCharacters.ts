import type { TextLine } from '../../../mail/mail.ts';
import { addedLines } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachMail, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const READABLE = [
  writtenIn.plainText('need to be able to read and comment'),
  writtenIn.ubootRules('Send your patches as plain text messages'),
];

/** Characters that change the order in which others are shown: what people read is not what the compiler reads. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** Escape sequences and the like; a form feed stands in old sources rightly. */
const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;
/** What a word processor or a web page puts where others see a blank or nothing. */
const LOOKALIKE = /[\u00a0\u00ad\u200b\u2028\u2029\u2060\ufeff]/;

/** Characters that are not what they look like, in the code and in the text. */
export const hiddenCharacters: readonly PreflightRule[] = [
  {
    name: 'code-turns-around',
    title: 'the patch adds characters that turn the text around',
    group: 'mail',
    severity: 'error',
    sources: READABLE,
    covers: [],
    why: 'A reviewer sees another code than the compiler; such patches are taken for an attack.',
    next: 'Take the characters out; if a text needs them, write them as escapes (\\u202e).',
    look: eachPatch((patch) => hiddenIn(patch, TURNING, 'which changes the order in which the line is shown')),
    examples: [
      { given: { diff: added('int a; /* \u202e } */') }, finds: 'U+202E' },
      { given: { diff: added('int a; /* ä */') } },
    ],
  },
  {
    name: 'code-has-control-characters',
    title: 'the patch adds control characters',
    group: 'mail',
    severity: 'warning',
    sources: READABLE,
    covers: [],
    why: 'They are not seen in review, and some make a terminal do things.',
    next: 'Take them out; in a string write them as escapes (\\033).',
    look: eachPatch((patch) => hiddenIn(patch, CONTROL, 'a control character')),
    examples: [
      { given: { diff: added('print("\u001b[31m");') }, finds: 'U+001B' },
      { given: { diff: added('\tprint("a");') } },
    ],
  },
  {
    name: 'code-has-lookalike-blanks',
    title: 'the patch adds blanks that are none',
    group: 'mail',
    severity: 'note',
    sources: [writtenIn.mailers('Copy-and-paste (or cut-and-paste) usually does not work'), ...READABLE.slice(1)],
    covers: [],
    why: 'A web page or a word processor put them there; compilers and searches do not take them for blanks.',
    next: 'Type the line anew, and make the mail with git format-patch.',
    look: eachPatch((patch) => hiddenIn(patch, LOOKALIKE, 'which looks like a blank or like nothing: is it meant')),
    examples: [{ given: { diff: added('int\u00a0a;') }, finds: 'U+00A0' }, { given: { diff: added('int a;') } }],
  },
  {
    name: 'message-has-hidden-characters',
    title: 'the text holds characters that nobody sees',
    group: 'mail',
    severity: 'warning',
    sources: READABLE,
    covers: [],
    why: 'They go into the history with the message, and can make a terminal show something else.',
    next: 'Write the line anew by hand: git commit --amend.',
    look: eachMail((patch) => {
      const line = patch.message.find(({ text }) => CONTROL.test(text) || TURNING.test(text));
      if (!line) return [];
      const { text } = line;
      const at = Math.max(text.search(CONTROL), text.search(TURNING));
      return [{ patch, line, span: [at, at + 1], what: `The text holds ${codeOf(text, at)}, which is not shown.` }];
    }),
    examples: [
      { given: { body: 'It counts\u001b[2J twice.' }, finds: 'U+001B' },
      { given: { body: 'It counts \u202etwice.' }, finds: 'U+202E' },
      { given: { body: 'It\tcounts \u201ctwice\u201d.' } },
    ],
  },
];

const hiddenIn = (patch: PatchMail, hidden: RegExp, says: string): readonly Finding[] => {
  for (const file of patch.diff) {
    for (const { text, at, after } of addedLines(file)) {
      const start = text.search(hidden);
      if (start < 0) continue;
      const line: TextLine = { text: `+${text}`, at };
      const what = `The patch adds ${codeOf(text, start)}, ${says}${says.includes(':') ? '?' : '.'}`;
      const treeLine = after === undefined ? {} : { treeLine: after };
      // One is enough: whoever looks for it finds the others.
      return [{ patch, line, span: [start + 1, start + 2], path: file.path, ...treeLine, what }];
    }
  }
  return [];
};

const codeOf = (text: string, at: number): string =>
  `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

// Used by the examples above, hence hoisted.
function added(line: string): string {
  const path = 'mm/slub.c';
  const head = `diff --git a/${path} b/${path}\nindex 1111111..2222222 100644\n--- a/${path}\n+++ b/${path}`;
  return `${head}\n@@ -1 +1,2 @@\n int b;\n+${line}`;
}

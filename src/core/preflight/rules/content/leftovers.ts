import type { FileDiff, MailedDiffLine } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atLine, atUse, type FindSpot, inCode, newUses, spotOf, textSpot } from './newUses.ts';

const POSTING = 'Documentation/process/5.Posting.rst';
const STYLE = 'Documentation/process/coding-style.rst';
const SILLY = { file: POSTING, heading: 'Sending the patch', phrase: 'your patch is free of silly mistakes' };
const UNUSED = { file: STYLE, heading: '21) Conditional Compilation', phrase: 'goes unused, delete it' };

const example = (...lines: readonly string[]) => ({ given: { diff: exampleDiff('mm/slub.c', lines) } });

/** The first line that opens a conflict, in a file where another one closes it. */
const conflictIn = (file: FileDiff): MailedDiffLine | undefined => {
  let opened: MailedDiffLine | undefined;
  for (const { lines } of file.hunks) {
    for (const line of lines) {
      if (line.mark !== '+') continue;
      if (/^<{7} \S/.test(line.text)) opened ??= line;
      if (opened && /^>{7} \S/.test(line.text)) return opened;
    }
  }
  return undefined;
};

const conflicts = (patch: PatchMail): readonly Finding[] =>
  patch.diff.flatMap((file) => {
    const line = conflictIn(file);
    if (!line) return [];
    const spot = { from: 0, to: line.text.length };
    return [{ ...atLine(patch, file.path, line, spot), what: `${file.path} gets the marks of a merge conflict.` }];
  });

const PRINTS = /\b(?:printk|printf|pr_(?:emerg|alert|crit|err|warn|notice|info|cont)|dev_(?:err|warn|info))\s*\(/;

// The words of somebody who looked for the place where it breaks.
const MARKS =
  /"\s*(?:(?:i am |got )?here|reached|test(?:ing)?|foo|bar|hello|xx+|aa+|[!>#=*-]{2,}|\d{1,3})[\s!.:\d]*(?:\\n)?"/i;

const debugPrint: FindSpot = ({ code, strings, line: { text } }) => {
  const print = PRINTS.exec(code);
  if (!print || /^\s*#|\\$/.test(text)) return undefined;
  const mark = MARKS.exec(strings.slice(print.index));
  if (mark) return { from: print.index + mark.index, to: print.index + mark.index + mark[0].length };
  return spotOf(/\b__LINE__\b/.exec(code));
};

// A whole comment that would compile as a statement.
const commentedOut: FindSpot = ({ code, comment }) => {
  const isStatement = /^\/[*/]\s*[a-z_][\w.>[\]-]{1,60}\s?(?:\([^;]{0,80}\)|\s?[|&+-]?=\s?[^;=]{1,80});\s*(?:\*\/)?$/;
  return code.trim() === '' && isStatement.test(comment.trim()) ? textSpot(comment) : undefined;
};

// In pieces: our own house allows no such notes either.
const TO_DO = `TO${'DO'}`;
const OPEN_WORK = new RegExp(`\\b(?:${TO_DO}|FIX${'ME'}|X{3})\\b`);

interface Leftover
  extends Pick<PreflightRule, 'name' | 'title' | 'severity' | 'sources' | 'why' | 'next' | 'examples'> {
  readonly find: FindSpot;
  readonly what: string;
}

const leftover = ({ find, what, ...rule }: Leftover): PreflightRule => ({
  ...rule,
  group: 'content',
  covers: [],
  look: eachPatch((patch) => newUses(patch, find).map((use) => ({ ...atUse(patch, use), what }))),
});

/** What was of use while the patch was made, and should not have been sent. */
export const leftovers: readonly PreflightRule[] = [
  {
    name: 'conflict-marks-left',
    title: 'marks of a merge conflict are left',
    group: 'content',
    severity: 'error',
    sources: [SILLY],
    covers: [],
    why: 'Such a file does not compile, so the patch cannot have been tried as it is.',
    next: 'Resolve the conflict in the file, build it, then `git commit --amend` and write the patch again.',
    look: eachPatch(conflicts),
    examples: [
      {
        ...example(' {', '+<<<<<<< HEAD', '+\ta();', '+=======', '+\tb();', '+>>>>>>> topic', ' }'),
        finds: 'merge conflict',
      },
      { given: { diff: exampleDiff('Documentation/a.rst', [' ', '+Heading', '+=======', ' ']) } },
      example(' {', '-<<<<<<< HEAD', '-\ta();', '->>>>>>> topic', ' }'),
      example(' {', '+<<<<<<< is how a conflict begins', ' }'),
    ],
  },
  leftover({
    name: 'debug-print-left',
    title: 'a print that looks like debugging',
    severity: 'note',
    sources: [
      { file: STYLE, heading: '13) Printing kernel messages', phrase: 'messages concise, clear, and unambiguous' },
    ],
    why: 'Everybody who runs the code would read it in their log from then on, and it tells them nothing.',
    next: 'Remove it if it only served you; otherwise say what happened, to whom, and what follows.',
    find: debugPrint,
    what: 'This message looks like one for finding an error: should it stay?',
    examples: [
      { ...example(' {', '+\tprintk("here\\n");', ' }'), finds: 'should it stay' },
      { ...example(' {', '+\tpr_err("%s:%d\\n", __func__, __LINE__);', ' }'), finds: 'should it stay' },
      example(' {', '+\tpr_err("test failed: %d\\n", err);', ' }'),
      example(' {', '+#define say(x) pr_err("%d", __LINE__)', ' }'),
      example(' {', '+\tassert(a, __FILE__, __LINE__);', ' }'),
    ],
  }),
  leftover({
    name: 'code-switched-off',
    title: 'code is added between #if 0 and #endif',
    severity: 'warning',
    sources: [UNUSED],
    why: 'Nobody compiles it, so it rots; whoever reads it has to guess why it is there.',
    next: 'Leave it out; the history and the list keep what you may want again.',
    find: inCode(/^\s*#\s*if\s+0\b(?!\s*[|&])/),
    what: 'The patch adds code that is never compiled (#if 0).',
    examples: [
      { ...example(' ', '+#if 0', '+\ta();', '+#endif', ' '), finds: '#if 0' },
      example(' ', '-#if 0', ' \ta();', '-#endif', ' '),
      example(' ', '+#if 0x10 > SIZE', '+#endif', ' '),
    ],
  }),
  leftover({
    name: 'code-in-a-comment',
    title: 'a comment that is code',
    severity: 'note',
    sources: [UNUSED],
    why: 'A reviewer cannot tell whether it was forgotten, or is a hint for somebody.',
    next: 'Remove it, or say in words what should be known.',
    find: commentedOut,
    what: 'This comment reads like a statement that was switched off: should it stay?',
    examples: [
      { ...example(' {', '+\t/* item_free(item); */', ' }'), finds: 'switched off' },
      { ...example(' {', '+\t//count = first(head);', ' }'), finds: 'switched off' },
      example(' {', '+\t/* item_free() does the rest */', ' }'),
      example(' {', '+\titem_free(item); /* count = 0; */', ' }'),
    ],
  }),
  leftover({
    name: 'work-left-open',
    title: 'a comment that says that work is left',
    severity: 'note',
    sources: [{ file: POSTING, heading: 'When to post', phrase: 'work which remains to be done' }],
    why: 'A reviewer wants to know whether the patch is whole without it.',
    next: 'Do it now, or say in the message what is left and why that is right; unready work is sent as [RFC PATCH].',
    find: ({ comment }) => spotOf(OPEN_WORK.exec(comment)),
    what: 'A comment says that work is left here: is the patch whole without it?',
    examples: [
      { ...example(' {', `+\t/* ${TO_DO}: count them too */`, ' }'), finds: 'work is left' },
      example(' {', `+\tpr_info("${TO_DO}");`, ' }'),
      example(' {', `-\t/* ${TO_DO}: slow */`, `+\t/* ${TO_DO}: slow and wrong */`, ' }'),
    ],
  }),
];

import type { TextLine } from '../../../mail/mail.ts';
import { namedPerson } from '../../../patch/namedPerson.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { anyOf } from '../../anyOf.ts';
import { eachMail, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { fixesLines } from '../trailers/fixesLine.ts';
import { trailersNamed } from '../trailers/trailersNamed.ts';

const FILE = 'Documentation/process/handling-regressions.rst';
const IMPORTANT = { file: FILE, heading: 'The important bits (aka "The TL;DR")' };
const FIXING = { file: FILE, heading: "What's important when fixing regressions" };
const LIST = 'regressions@lists.linux.dev';

const WORD = /\bregress(?:ions?|ed|es)?\b|\bbisect(?:ed|ion|ing)?\b/i;

/** Where the message says that something worked before. Tests of that name, and `bisectable`, are no regression. */
const regressionIn = (
  patch: PatchMail,
): { readonly line: TextLine; readonly span: readonly [number, number] } | undefined => {
  const lines = [{ text: patch.subject.text, at: patch.subject.at }, ...patch.body];
  for (const line of lines) {
    const found = WORD.exec(line.text.slice(0, 1000));
    if (!found || /\b(?:regression|self)[ -]?tests?\b|\bbisectab|\bno regression|\bavoid/i.test(line.text)) continue;
    return { line, span: [found.index, found.index + found[0].length] };
  }
  return undefined;
};

const look = (seen: (patch: PatchMail) => string | undefined) =>
  eachPatch((patch): readonly Finding[] => {
    const place = regressionIn(patch);
    const what = place && seen(patch);
    return place && what !== undefined ? [{ patch, ...place, what }] : [];
  });

const reaches = (patch: PatchMail, address: string): boolean =>
  [...patch.to, ...patch.cc, ...patch.trailers.map(({ value }) => namedPerson(value))].some(
    (person) => person.address.toLowerCase() === address,
  );

const COMMAND = /^\s*#regzbot\b/i;
const FORM = anyOf(
  /^\s*#regzbot \^?introduced: ?\S/,
  /^\s*#regzbot (?:from|title|monitor|link|unlink|duplicate|dup-of|fix|fixed-by|resolve)\b/,
  /^\s*#regzbot (?:inconclusive|poke|summary|ignore-activity|activity-ignore|backmonitor)\b/,
);

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const BODY = 'Since the last release slabtop shows too much, a regression.';
const FIXES = 'Fixes: 54a4f0239f2e ("mm: slub: Keep two lists")';

/** A patch that mends what worked before. */
export const regression: readonly PreflightRule[] = [
  {
    name: 'regression-without-fixes-tag',
    title: 'speaks of a regression and does not name the commit',
    group: 'trailers',
    severity: 'note',
    sources: [{ ...FIXING, phrase: 'to specify the commit causing the regression' }],
    covers: ['REG-02'],
    why: 'Something worked before one commit and not after it; that commit tells which releases are hit.',
    next: 'Find it (git bisect, git blame) and add: Fixes: 12 digits ("its subject")',
    look: look((patch) =>
      fixesLines(patch).length > 0 ? undefined : 'Does this mend a regression? Then which commit brought it?',
    ),
    examples: [
      { given: { body: BODY }, finds: 'which commit brought it' },
      { given: { body: BODY, trailers: [FIXES, SIGNED] } },
      { given: { body: 'The regression tests need it, and the series stays bisectable.' } },
      { given: {} },
    ],
  },
  {
    name: 'regression-report-not-linked',
    title: 'speaks of a regression and links no report',
    group: 'trailers',
    severity: 'note',
    sources: [{ ...FIXING, phrase: 'Point to all places where the issue was' }],
    covers: ['REG-01'],
    why: 'The regression tracker sees by these links that a reported regression is mended.',
    next: 'For each place where it was reported add: Closes: URL',
    look: look((patch) =>
      trailersNamed(patch, 'closes', 'link').length > 0
        ? undefined
        : 'Was this regression reported somewhere in public?',
    ),
    examples: [
      { given: { body: BODY }, finds: 'reported somewhere' },
      { given: { body: BODY, trailers: ['Closes: https://lore.kernel.org/r/1@made.example', SIGNED] } },
      { given: {} },
    ],
  },
  {
    name: 'regression-list-not-copied',
    title: 'speaks of a regression and does not reach the regressions list',
    group: 'recipients',
    severity: 'note',
    sources: [{ ...IMPORTANT, phrase: 'quickly become aware of any new regression' }],
    covers: ['REG-03'],
    why: 'The people who track regressions see there that somebody works on it.',
    next: `If it is one: git send-email --cc=${LIST} …`,
    look: look((patch) =>
      patch.to.length + patch.cc.length === 0 || reaches(patch, LIST)
        ? undefined
        : `Should ${LIST} get a copy of this?`,
    ),
    examples: [
      { given: { body: BODY, headers: { To: 'mm@lists.example' } }, finds: 'get a copy' },
      { given: { body: BODY, headers: { To: 'mm@lists.example', Cc: LIST } } },
      { given: { body: BODY } },
    ],
  },
  {
    name: 'regzbot-command-malformed',
    title: 'a command that regzbot does not know',
    group: 'message',
    severity: 'warning',
    sources: [{ ...IMPORTANT, phrase: 'check if the reporter included a line like' }],
    covers: ['REG-04'],
    why: 'The bot passes over what it cannot read, and the regression is not tracked.',
    next: 'Write for example: #regzbot introduced: v6.11..v6.12   or, below a report: #regzbot ^introduced: 54a4f0239f2e',
    look: eachMail((patch) =>
      [...patch.message, ...patch.below]
        .filter(({ text }) => COMMAND.test(text) && !FORM.test(text))
        .map((line) => ({ patch, line, what: `"${line.text.trim().slice(0, 100)}" is no command of regzbot.` })),
    ),
    examples: [
      { given: { below: '#regzbot introduced v6.11' }, finds: 'is no command' },
      { given: { below: '#regzbot ^introduced: 54a4f0239f2e\n#regzbot title: slabtop' } },
    ],
  },
];

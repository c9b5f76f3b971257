import { anyOf } from '../../anyOf.ts';
import { eachMail, eachPatch, type PreflightRule } from '../../rule.ts';
import { mendSubject } from './mendSubject.ts';
import { summaryRest } from './summaryRest.ts';
import { writtenIn } from './writtenIn.ts';

const LONGEST = 75;

const FILE_NAME = /^(?:[\w.+-]+\/)*[\w.+-]+\.(?:c|h|S|rs|rst|txt|md|dts|dtsi|dtso|yaml|py|pl|sh|lds|defconfig)$/;
const FOLDER_OR_FILE = /^(?:[\w.+-]+\/){2,}[\w.+-]*$/;

// Both lists are whole words only, so that "Fix the build on arm" is never read as one of them.
const BEFORE = /^(?:(?:bug|minor|small|some|various|misc|trivial|code)[ -]+)*/;
const DEED = anyOf(
  ...[
    /(?:fix(?:e[sd]|ing)?|updat(?:e|es|ed|ing)|clean(?:ed|s|ing)?[ -]?ups?|change[sd]?|improve(?:s|d|ments?)?)\b/,
    /(?:modif(?:y|ies|ied|ications?)|tweaks?|patch|refactor(?:ed|ing|s)?|typos?|warnings?)\b/,
  ].map(({ source }) => new RegExp(BEFORE.source + source)),
);
const FILLER = anyOf(
  /^(?:the|a|an|some|any|this|small|minor|various|several|few|more|up|for|in|of|it|to|and)$/,
  /^(?:coding|code|style|checkpatch|compiler|build|bugs?|issues?|errors?|warnings?|problems?)$/,
  /^(?:stuff|things?|files?|driver|typos?)$/,
);

/** What the line that everybody reads says. */
export const subjectSummary: readonly PreflightRule[] = [
  {
    name: 'summary-too-long',
    title: `the summary is longer than ${LONGEST} characters`,
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('must be no more than 70-75 characters'),
      writtenIn.ubootMessage('Keep this less than 70 characters long'),
    ],
    covers: ['SUB-03'],
    why: 'Lists of commits cut longer lines off, so readers of the history miss the end of it.',
    next: 'Shorten the line, and move the rest into the message: git commit --amend.',
    look: eachMail((patch) => {
      const { summary, summaryAt } = patch.subject;
      if (summary.length <= LONGEST || /^Revert "/.test(summary)) return [];
      const span = [summaryAt + LONGEST, summaryAt + summary.length] as const;
      return [{ patch, span, what: `The summary has ${summary.length} characters; ${LONGEST} are the most.` }];
    }),
    examples: [
      { given: { subject: `[PATCH] mm: slub: Count ${'the objects '.repeat(6)}once` }, finds: 'has 92 characters' },
      { given: { subject: `[PATCH net-next v12 07/14] ${'x'.repeat(75)}` } },
      { given: { subject: `[PATCH] Revert "${'mm: slub: Count '.repeat(5)}"` } },
    ],
  },
  {
    name: 'summary-is-a-path',
    title: 'the summary is only the name of a file or folder',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('should not be a filename'),
      writtenIn.ubootRules('Choose a meaningful Subject'),
    ],
    covers: ['SUB-04'],
    why: 'The diff names the files already; the summary is what people read to know what happens to them.',
    next: 'Say what the patch does there: git commit --amend.',
    look: eachPatch((patch) => {
      const rest = summaryRest(patch.subject);
      return FILE_NAME.test(rest) || FOLDER_OR_FILE.test(rest)
        ? [{ patch, what: `The summary "${patch.subject.summary}" names "${rest}" and not what is done to it.` }]
        : [];
    }),
    examples: [
      { given: { subject: '[PATCH] mm/slub.c' }, finds: 'names "mm/slub.c"' },
      { given: { subject: '[PATCH] mm: slub.c' }, finds: 'names "slub.c"' },
      { given: { subject: '[PATCH] arch/arm/boot/dts/' }, finds: 'names' },
      { given: { subject: '[PATCH] mm: slub.c: Count the objects once' } },
      { given: { subject: '[PATCH] dt-bindings: Move spi.txt to spi.yaml' } },
    ],
  },
  {
    name: 'prefix-is-a-file-name',
    title: 'the summary begins with the name of a file, not with the area',
    group: 'message',
    severity: 'note',
    sources: [
      writtenIn.canonicalFormat('area or subsystem of the kernel is being'),
      writtenIn.ubootRules('start of the subject should be a meaningful'),
    ],
    covers: ['SUB-02', 'SUB-04'],
    why: 'Maintainers filter by the short name of their area; a path takes the room of what the patch does.',
    next: 'See how others begin: git log --oneline --no-merges -- FILE; then git commit --amend.',
    look: eachPatch((patch) => {
      const first = /^([^:\s]{1,200}):\s/.exec(patch.subject.prefix)?.[1];
      if (first === undefined || !FILE_NAME.test(first)) return [];
      const { summaryAt } = patch.subject;
      const what = `Do others begin with "${first}:" for this file, or with its area?`;
      return [{ patch, span: [summaryAt, summaryAt + first.length], what }];
    }),
    examples: [
      { given: { subject: '[PATCH] mm/slub.c: Count the objects once' }, finds: 'begin with "mm/slub.c:"' },
      { given: { subject: '[PATCH] mm/slub: Count the objects once' } },
      { given: { subject: '[PATCH] mm: slub.c: Count the objects once' } },
    ],
  },
  {
    name: 'summary-says-too-little',
    title: 'the summary does not say what is done to what',
    group: 'message',
    severity: 'note',
    sources: [
      writtenIn.canonicalFormat('it must describe both what the patch changes'),
      writtenIn.ubootRules('Choose a meaningful Subject'),
    ],
    covers: ['SUB-04'],
    why: 'Thousands of commits fix or update something; the line is read alone, years later.',
    next: 'Name the object and the effect: "fix the leak of the clock when probing fails".',
    look: eachPatch((patch) => {
      const rest = summaryRest(patch.subject)
        .slice(0, LONGEST)
        .replace(/[.!]{1,3}$/, '');
      const deed = DEED.exec(rest)?.[0];
      if (deed === undefined) return [];
      const left = rest
        .slice(deed.length)
        .trim()
        .split(/\s+/)
        .filter((word) => word !== '');
      if (left.length > MOST_FILLERS || !left.every((word) => FILLER.test(word) || FILE_NAME.test(word))) return [];
      return [{ patch, what: `The summary says "${rest}": could somebody tell from it alone what the patch does?` }];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Fix bug' }, finds: 'says "Fix bug"' },
      { given: { subject: '[PATCH] mm: slub: cleanup' }, finds: 'says "cleanup"' },
      { given: { subject: '[PATCH] Update slub.c' }, finds: 'says "Update slub.c"' },
      { given: { subject: '[PATCH] mm: slub: fix some coding style issues' }, finds: 'could somebody tell' },
      { given: { subject: '[PATCH] mm: slub: fix build on arm' } },
      { given: { subject: '[PATCH] mm: slub: Update the copyright' } },
      { given: { subject: '[PATCH] mm: slub: Fixed-size lists' } },
    ],
  },
  {
    name: 'summary-ends-in-full-stop',
    title: 'the summary ends in a full stop or an exclamation mark',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('should concisely describe the patch'),
      writtenIn.ubootMessage("Don't use periods to end the summary line"),
    ],
    covers: ['SUB-02'],
    why: 'The summary is a title; a mark at its end takes room and looks odd in every list of commits.',
    next: 'Leave the mark out: git commit --amend.',
    look: eachPatch((patch) => {
      const { text, summary, summaryAt } = patch.subject;
      // Only one mark after a plain word: `...`, `etc.`, `v1.` and `Inc.` may be meant.
      if (!/[a-z0-9)\]'"][.!]$/i.test(summary) || /\b(?:etc|inc|ltd|corp|co|vs|al|no|\w|\w\.\w)\.$/i.test(summary))
        return [];
      const end = summaryAt + summary.length;
      const mend = mendSubject(patch, 'Take the mark off the end of the summary', text.trimEnd().slice(0, -1));
      return [
        { patch, span: [end - 1, end], what: `The summary ends in "${summary.slice(-1)}".`, ...(mend && { mend }) },
      ];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Count the objects once.' }, finds: 'ends in "."' },
      { given: { subject: '[PATCH] mm: slub: Count the objects once!' }, finds: 'ends in "!"' },
      { given: { subject: '[PATCH] mm: slub: Count the objects, lists, etc.' } },
      { given: { subject: '[PATCH] mm: slub: Count and count...' } },
    ],
  },
];

const MOST_FILLERS = 5;

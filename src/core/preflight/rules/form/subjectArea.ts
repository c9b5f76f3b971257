import type { PatchMail } from '../../../patch/patchMail.ts';
import type { FormerSubjects } from '../../../patch/subjectPrefix.ts';
import { subjectPrefix } from '../../../patch/subjectPrefix.ts';
import type { Known } from '../../known.ts';
import { eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { mendSubject } from './mendSubject.ts';
import { writtenIn } from './writtenIn.ts';

/** Fewer former subjects than these do not show a habit. */
const ENOUGH = 5;

/** A patch to more files than these is of no one area. */
const MOST_FILES = 100;

/** Before a summary that begins in another way on purpose. */
const WITHOUT_AREA = /^(?:(?:Revert|Reapply|Merge)\b|(?:Linux |Prepare v)\d)/i;

/** The area of the tree that a summary begins with. */
export const subjectArea: readonly PreflightRule[] = [
  {
    name: 'prefix-missing',
    title: 'the summary does not begin with the area of the tree',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('area or subsystem of the kernel is being'),
      writtenIn.ubootRules('start of the subject should be a meaningful'),
    ],
    covers: ['SUB-02'],
    why: "Maintainers sort hundreds of mails a day by this word; without it yours is nobody's.",
    next: 'See how others begin: git log --oneline --no-merges -- FILE; then git commit --amend.',
    look: eachPatch((patch) =>
      patch.subject.prefix !== '' || patch.subject.summary === '' || WITHOUT_AREA.test(patch.subject.summary)
        ? []
        : [{ patch, what: `The summary "${patch.subject.summary}" names no area before a colon.` }],
    ),
    examples: [
      { given: { subject: '[PATCH] Count the objects once' }, finds: 'names no area' },
      { given: { subject: '[PATCH] mm: slub: Count the objects once' } },
      { given: { subject: '[PATCH] Revert "mm: slub: Count the objects once"' } },
    ],
  },
  {
    name: 'prefix-unusual',
    title: 'nobody began a summary for these files so before',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.formatting('usually formatted with the relevant subsystem name'),
      writtenIn.ubootMessage("so you don't break conventions"),
    ],
    covers: ['SUB-02'],
    why: 'Maintainers filter by the prefix that their files have always had.',
    next: 'See how others begin: git log --oneline --no-merges -- FILE; then git commit --amend.',
    look: ({ series, facts }) => unusual(series.patches, facts.formerSubjects),
    examples: [
      {
        given: { subject: '[PATCH] slab memory: Count once' },
        facts: habit('mm/slub.c', 'mm: slub: '),
        finds: '"mm: slub: "',
      },
      { given: { subject: '[PATCH] mm: slub: Count once' }, facts: habit('mm/slub.c', 'mm: slub: ') },
      { given: { subject: '[PATCH] MM: Count once' }, facts: habit('mm/slub.c', 'mm: slub: ') },
      { given: { subject: '[PATCH] treewide: Count once' }, facts: habit('mm/slub.c', 'mm: slub: ') },
      { given: { subject: '[PATCH] slab: Count once' }, facts: habit('mm/other.c', 'mm: ') },
      { given: { subject: '[PATCH] slab: Count once' }, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'prefix-doubled',
    title: 'the summary says its area twice',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('area or subsystem of the kernel is being'),
      writtenIn.ubootRules('start of the subject should be a meaningful'),
    ],
    covers: ['SUB-02'],
    why: 'The line is short, and the room belongs to what the patch does.',
    next: 'Say it once: git commit --amend.',
    look: eachPatch((patch) => {
      const { prefix, summaryAt, text } = patch.subject;
      const parts = prefix.split(/:\s+/).filter((part) => part !== '');
      const part = repeated(parts);
      if (part === undefined) return [];
      const at = text.toLowerCase().indexOf(`${part}: ${part}:`.toLowerCase(), summaryAt);
      const once = at < 0 ? text : text.slice(0, at) + text.slice(at + part.length + 2);
      const mend = at < 0 ? undefined : mendSubject(patch, `Say "${part}:" once`, once);
      return [{ patch, what: `The summary begins with "${part}:" twice.`, ...(mend && { mend }) }];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: slub: Count the objects once' }, finds: '"slub:" twice' },
      { given: { subject: '[PATCH] mm: MM: Count the objects once' }, finds: 'twice' },
      { given: { subject: '[PATCH] mm: slub: mm: slub: Count the objects once' }, finds: '"mm: slub:" twice' },
      { given: { subject: '[PATCH] mm: slub: mm: Count the objects once' } },
      { given: { subject: '[PATCH] mm: slub: Count the mm: once' } },
    ],
  },
];

/** `slub` of `mm: slub: slub: `, `mm: slub` of `mm: slub: mm: slub: `. A summary has few parts. */
const repeated = (parts: readonly string[]): string | undefined => {
  const folded = parts.slice(0, 12).map((part) => part.toLowerCase());
  for (let length = 1; length * 2 <= folded.length; length++) {
    for (let at = 0; at + length * 2 <= folded.length; at++) {
      const once = folded.slice(at, at + length).join(': ');
      if (once === folded.slice(at + length, at + length * 2).join(': '))
        return parts.slice(at, at + length).join(': ');
    }
  }
  return undefined;
};

const unusual = (patches: readonly PatchMail[], former: Known<ReadonlyMap<string, FormerSubjects>>): Looked => {
  if (!former.known) return { unknown: former.because, settle: former.settle };
  return patches.flatMap((patch) => unusualIn(patch, former.value));
};

const unusualIn = (patch: PatchMail, former: ReadonlyMap<string, FormerSubjects>): readonly Finding[] => {
  const own = firstArea(patch.subject.prefix);
  if (own === '' || /^(?:treewide|tree-wide|global|revert|cosmetic)$/.test(own)) return [];
  const paths = [...new Set(patch.diff.map(({ path }) => path))].slice(0, MOST_FILES);
  const habits = paths.map((path) => ({ path, subjects: former.get(path) ?? {} }));
  const areas = new Set(
    habits.flatMap(({ subjects }) => [...(subjects.file ?? []), ...(subjects.folder ?? [])].flatMap(areasOf)),
  );
  if (areasOf(patch.subject.summary).some((area) => areas.has(area))) return [];
  for (const { path, subjects } of habits) {
    const usual = subjectPrefix(path, subjects);
    if (usual.kind !== 'used' || usual.of < ENOUGH) continue;
    const what = `Of ${usual.of} former changes to ${path} ${usual.used} begin with "${usual.prefix}", none with "${own}:".`;
    return [{ patch, what, span: [patch.subject.summaryAt, patch.subject.summaryAt + own.length] }];
  }
  return [];
};

/** Each part of a prefix, and the words between its slashes: whoever writes one of them knows the habit. */
const areasOf = (summary: string): readonly string[] => {
  const prefix = /^(?:[^\s:][^:]{0,60}:\s+)+(?=\S)/.exec(summary)?.[0] ?? '';
  return prefix
    .toLowerCase()
    .split(/[:/,\s]+/)
    .filter((area) => area !== '');
};

const firstArea = (prefix: string): string => prefix.slice(0, Math.max(prefix.indexOf(':'), 0)).toLowerCase();

// Hoisted, because the examples stand above it.
function habit(path: string, prefix: string) {
  const file = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((word) => `${prefix}${word} change`);
  return { formerSubjects: { known: true, value: new Map([[path, { file }]]) } } as const;
}

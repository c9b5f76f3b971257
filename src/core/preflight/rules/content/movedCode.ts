import type { MailedDiffLine } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atLine } from './newUses.ts';

// Shorter pieces are alike by chance.
const SHORTEST = 15;

const isTelling = (text: string): boolean => text.replace(/\W+/g, '').length >= 6;

/** The longer stretches of added lines, each with its file. */
const addedRuns = (patch: PatchMail) =>
  patch.diff
    .filter(({ path }) => /\.[chS]$/.test(path))
    .flatMap(({ path, hunks }) => hunks.flatMap((hunk) => runsIn(hunk.lines)).map((lines) => ({ path, lines })));

const runsIn = (lines: readonly MailedDiffLine[]): readonly (readonly MailedDiffLine[])[] => {
  const runs: MailedDiffLine[][] = [[]];
  for (const line of lines) {
    if (line.mark === '+') runs.at(-1)?.push(line);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter((run) => run.length >= SHORTEST);
};

/** Which files each removed line stood in. */
const removedFrom = (patch: PatchMail): ReadonlyMap<string, ReadonlySet<string>> => {
  const places = new Map<string, Set<string>>();
  for (const { path, hunks } of patch.diff) {
    for (const { lines } of hunks) {
      for (const { mark, text } of lines) {
        if (mark !== '-' || !isTelling(text)) continue;
        const had = places.get(text.trim());
        if (had) had.add(path);
        else places.set(text.trim(), new Set([path]));
      }
    }
  }
  return places;
};

const changedInMove = (patch: PatchMail): readonly Finding[] => {
  const removed = removedFrom(patch);
  if (removed.size < SHORTEST) return [];
  return addedRuns(patch).flatMap(({ path, lines }): readonly Finding[] => {
    const telling = lines.filter(({ text }) => isTelling(text));
    const isMoved = ({ text }: MailedDiffLine): boolean => {
      const from = removed.get(text.trim());
      return from !== undefined && (from.size > 1 || !from.has(path));
    };
    const others = telling.filter((line) => !isMoved(line));
    const moved = telling.length - others.length;
    const [first] = others;
    if (!first || moved < SHORTEST || moved < telling.length * 0.7) return [];
    const spot = { from: 0, to: first.text.length };
    const what = `Of ${telling.length} lines that look moved to ${path}, ${others.length} differ: are they changed on purpose?`;
    return [{ ...atLine(patch, path, first, spot), what }];
  });
};

const body = Array.from({ length: 20 }, (_one, at) => `\tcount_object_number(${at});`);
const changed = body.map((line, at) => (at === 7 ? '\tcount_another(7);' : line));

const hunk = (path: string, mark: '+' | '-', lines: readonly string[]): string =>
  exampleDiff(path, [' {', ...lines.map((line) => mark + line), ' }']);

const move = (to: readonly string[]) => ({
  given: { diff: hunk('mm/slub.c', '-', body) + hunk('mm/slab.c', '+', to) },
});

/** Code that goes from one file to another. */
export const movedCode: readonly PreflightRule[] = [
  {
    name: 'changed-while-moved',
    title: 'code is changed in the patch that moves it',
    group: 'content',
    severity: 'note',
    sources: [
      {
        file: 'Documentation/process/submitting-patches.rst',
        heading: 'Style-check your changes',
        phrase: 'should not modify the moved code at all',
      },
    ],
    covers: ['SER-08'],
    why: 'A change among hundreds of moved lines is not seen; a move alone can be checked by a machine.',
    next: 'Move it as it is in one patch (git diff --color-moved shows it), and change it in the next.',
    look: eachPatch(changedInMove),
    examples: [
      { ...move(changed), finds: 'are they changed on purpose' },
      move(body),
      { given: { diff: exampleDiff('mm/slab.c', [' {', ...changed.map((line) => `+${line}`), ' }']) } },
    ],
  },
];

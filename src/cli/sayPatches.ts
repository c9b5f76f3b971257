import { type ShownTree, shownCommand } from '../bench/shownCommand.ts';
import type { WrittenPart } from '../bench/writePatches.ts';
import type { RankedSite } from '../core/finding/rankSite.ts';
import { placeOf, type Site } from '../core/finding/site.ts';
import type { Check } from '../core/verdict.ts';
import { addedBy } from './addedBy.ts';
import { codeLines } from './codeLines.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { patchDiff } from './patchDiff.ts';
import { siteJson } from './siteJson.ts';

interface Said {
  readonly patches: readonly WrittenPart[];
  /** The folder that they are in. */
  readonly out: string;
  readonly subsystem: string | undefined;
}

/** The places and the change of each patch, how they were grouped, what only the person can add, and the next step. */
export const sayPatches = (face: Face, tree: ShownTree, { patches, out, subsystem }: Said): void => {
  const { paint, say, width } = face;
  const count = patches.reduce((sum, { sites }) => sum + sites.length, 0);
  const are = patches.length === 1 ? 'The patch is written' : `${patches.length} patches are written`;
  say(paint('strong', `${are}, for ${count} places.`));
  for (const words of groupWords(patches, subsystem)) {
    for (const line of folded(words, width - 2)) say(`  ${paint('soft', line)}`);
  }
  for (const patch of patches) {
    say();
    sayPatch(face, patch);
  }
  say();
  for (const words of new Set(patches.flatMap(guessWords))) say(`  ${paint('unknown', '? unknown')} ${words}`);
  const needs = new Set(patches.flatMap((patch) => patch.needs));
  for (const need of needs) say(`  ${paint('unknown', '→')} ${addedBy[need]}`);
  if (needs.size === 0) say(`  ${paint('leaf', '✓')} the why is written, and all is signed off`);
  say();
  say(`Next: ${paint('leaf', nextCommand(face, tree, patches, out))}`);
};

const guessWords = ({ prefix }: WrittenPart): string[] =>
  prefix.kind === 'guess' ? [`subject prefix "${prefix.prefix.trim()}": ${prefix.because}`] : [];

const groupWords = (patches: readonly WrittenPart[], subsystem: string | undefined): string[] => {
  const wishes = new Set(patches.flatMap(({ wished }) => wished?.where ?? []));
  const byFile = patches.length > 1 && wishes.size === 0 ? ['One patch a file.'] : [];
  return [
    ...byFile,
    ...[...wishes].map((where) => `One patch a folder, as ${where} asks.`),
    ...(patches.length > 1 ? ['They change different files, so they apply in any order.'] : []),
    ...(subsystem === undefined ? [] : [`All of it goes to ${subsystem}.`]),
  ];
};

const sayPatch = ({ say, paint, host, columns }: Face, { patch, subject, sites }: WrittenPart): void => {
  for (const [, inFunction] of Map.groupBy(sites, ({ path, function: name }) => `${path} ${name}`)) {
    const [first] = inFunction;
    const places = inFunction.map((site) => paint('site', placeOf(site))).join(', ');
    say(first?.function ? `${places}  ${first.function}()` : places);
  }
  say();
  const files = patchDiff(host.readBytes(patch)).split(/^(?=diff --git )/m);
  for (const file of files) {
    if (files.length > 1) say(paint('soft', /^\+\+\+ b\/(.*)$/m.exec(file)?.[1] ?? ''));
    for (const [index, hunk] of file
      .split(/^(?=@@ )/m)
      .slice(1)
      .entries()) {
      if (index > 0) say(paint('soft', '     …'));
      for (const line of codeLines(hunk, computedIn(hunk, sites), { paint, columns })) say(line);
    }
  }
  say();
  say(paint('strong', subject));
  say(paint('soft', patch));
};

/** What a hunk's removed lines compute: that is underlined. */
const computedIn = (hunk: string, sites: readonly Site[]): string => {
  const gone = hunk.split('\n').filter((line) => line.startsWith('-'));
  const found = sites.find(({ expression }) => gone.some((line) => line.includes(expression)));
  return found?.expression ?? sites[0]?.expression ?? '';
};

/** The folder, where nothing else lies in it that would be taken for a patch of the series. */
const nextCommand = (face: Face, tree: ShownTree, patches: readonly WrittenPart[], out: string): string => {
  const ours = new Set(patches.map(({ patch }) => patch));
  const others = face.host.trees.list(out, '').filter((name) => name.endsWith('.patch') && !ours.has(`${out}/${name}`));
  const what = others.length === 0 ? [out] : [...ours];
  return shownCommand(face, tree, ['patchling', 'prepare', ...what]);
};

/** What `fix --json` says of several places; these names are promises. */
export const patchesJson = (
  patches: readonly WrittenPart[],
  ranked: readonly RankedSite[],
  checks: ReadonlyMap<string, readonly Check[]>,
): Record<string, unknown> => {
  const rankedAt = new Map(ranked.map((site) => [keyOf(site), site]));
  return {
    patches: patches.map(({ patch, subject, sites, needs, prefix }) => {
      const made = checks.get(patch);
      return {
        patch,
        subject,
        sites: sites.flatMap((site) => rankedAt.get(keyOf(site)) ?? []).map((site) => siteJson(site, false)),
        needs,
        prefix,
        ...(made ? { checks: made } : {}),
      };
    }),
  };
};

const keyOf = ({ path, line, column }: Site): string => `${path}:${line}:${column}`;

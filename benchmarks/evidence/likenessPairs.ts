import { join } from 'node:path';
import type { Piece } from '../../src/core/evidence/evidence.ts';
import { draw, type Random } from '../../src/core/std.ts';
import { withTempFolder } from '../../src/edge/tempFolder.ts';
import { commitFiles, gitFolder, inGit, writeFiles } from '../../test/world/gitFolder.ts';

/** What one person handed in. */
export interface Handed {
  readonly nonce: string;
  readonly piece: Piece;
}

/** Two pieces of two people. */
export interface LikenessPair {
  /** How the second came about. */
  readonly how: string;
  /** Made from the first, and not by oneself. */
  readonly isCopy: boolean;
  readonly one: Handed;
  readonly other: Handed;
}

const text = (piece: Piece): string => new TextDecoder().decode(piece.bytes);
export const handed = (nonce: string, words: string): Handed => ({
  nonce,
  piece: { name: 'piece', bytes: new TextEncoder().encode(words) },
});
/** As somebody would who hands it in as theirs. */
const copied = ({ nonce, piece }: Handed, change: (words: string) => string): Handed => {
  const mine = `${nonce.slice(0, 8)}copied2`;
  return handed(mine, change(text(piece).replaceAll(nonce, mine)));
};

/** Ways to hand in somebody else's log. */
const LOG_WAYS: Readonly<Record<string, (words: string, random: Random) => string>> = {
  'a log, copied whole': (words) => words,
  'a log, a line in nine taken out': (words) =>
    words
      .split('\n')
      .filter((_, at) => at % 9 !== 4)
      .join('\n'),
  'a log, its second half': (words) => words.split('\n').slice(0, 2).concat(half(words)).join('\n'),
  'a log, moved by some seconds': (words, random) => {
    const late = 1 + random() * 5;
    return words.replaceAll(/^\[ *(\d+\.\d{6})\]/gm, (whole, at: string) =>
      Number(at) === 0 ? whole : `[${(Number(at) + late).toFixed(6).padStart(12)}]`,
    );
  },
  'a log, copied with journald’s prefix and CR LF': (words) =>
    words.replaceAll(/^(\[.*?\]) /gm, '$1 laptop kernel: ').replaceAll('\n', '\r\n'),
  'a log, every instant made anew': (words, random) =>
    words.replaceAll(/^\[ *(\d+\.\d{6})\]/gm, (_, at: string) => {
      const moved = Number(at) * (1 + random() / 50);
      return `[${moved.toFixed(6).padStart(12)}]`;
    }),
};
const half = (words: string): string[] => {
  const lines = words.split('\n');
  return lines.slice(lines.length >> 1);
};

/** Pairs of logs: each boot copied in each way, and each boot beside another of the same kernel. */
const logPairs = (boots: readonly Handed[], random: Random): readonly LikenessPair[] => [
  ...boots.flatMap((one, at) =>
    Object.entries(LOG_WAYS)
      .filter((_, way) => (at + way) % 2 === 0)
      .map(([how, change]) => ({ how, isCopy: true, one, other: copied(one, (words) => change(words, random)) })),
  ),
  ...boots.flatMap((one, at) => {
    const others = boots.slice(at + 1, at + 4).filter((other) => kernelOf(other) === kernelOf(one));
    return others.map((other) => ({ how: 'two boots of one kernel on one machine', isCopy: false, one, other }));
  }),
];

const kernelOf = ({ piece, nonce }: Handed): string =>
  (/Linux version (\S+)/.exec(text(piece))?.[1] ?? '').replace(nonce, '');

/** Pairs of texts: paragraphs of documents, changed here and there; and other paragraphs of the same documents. */
const textPairs = (documents: readonly string[], random: Random): readonly LikenessPair[] =>
  documents.flatMap((words, at) => {
    const [first, second] = [words.slice(0, 1500), words.slice(1500, 3000)].map((part, index) =>
      handed(`plgtext${at}${index}`, part),
    );
    if (!first || !second) return [];
    const changed = copied(first, (all) =>
      all.replaceAll(/\b\w{5,}\b/g, (word) => (random() < 1 / 12 ? 'something' : word)),
    );
    return [
      { how: 'a text, one long word in twelve another', isCopy: true, one: first, other: changed },
      { how: 'two texts on one matter', isCopy: false, one: first, other: second },
    ];
  });

/** Pairs of patches by git: some names other ones, blanks for tabs; and two changes of one file. */
const patchPairs = async (
  sources: readonly { readonly path: string; readonly text: string }[],
  random: Random,
): Promise<readonly LikenessPair[]> => {
  const pairs: LikenessPair[] = [];
  for (const [at, source] of sources.entries()) {
    const [first, second] = await withTempFolder(async (folder) => {
      const tree = gitFolder(join(folder, 'tree'), { [source.path]: source.text });
      return [0, 1].map((part) => patchOf(tree, source, part, random));
    });
    if (!first || !second) continue;
    const [one, other] = [handed(`plgpatch${at}a`, first), handed(`plgpatch${at}b`, second)];
    const renamed = copied(one, (all) =>
      all.replaceAll('checked_', (name) => (random() < 1 / 4 ? 'verified_' : name)).replaceAll('\t', '        '),
    );
    pairs.push({ how: 'a patch, blanks for tabs, a name in four another', isCopy: true, one, other: renamed });
    pairs.push({ how: 'two patches of one file', isCopy: false, one, other });
  }
  return pairs;
};

/** Twelve lines of one half of the file, each made another. */
const patchOf = (tree: string, { path, text: words }: { path: string; text: string }, part: number, random: Random) => {
  const lines = words.split('\n');
  const from = Math.floor((lines.length / 2) * part);
  const code = lines.flatMap((line, at) => (at >= from && at < from + lines.length / 2 && /;$/.test(line) ? [at] : []));
  for (let count = 0; count < 12; count++) {
    const at = draw(code, random) ?? from;
    lines[at] = `${lines[at]}\n\tchecked_${part}(${at});`;
  }
  const before = inGit(tree, 'rev-parse', 'HEAD');
  commitFiles(tree, { [path]: lines.join('\n') }, `x: Change part ${part}`);
  const patch = inGit(tree, 'format-patch', '--stdout', '-1');
  inGit(tree, 'reset', '--quiet', '--hard', before);
  writeFiles(tree, { [path]: words });
  return patch;
};

/** Real pieces to copy, and to hold against each other. */
export interface LikenessSources {
  readonly boots: readonly Handed[];
  readonly documents: readonly string[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Pairs of logs, of texts and of patches: copied, and alike only by their nature. */
export const likenessPairs = async (
  { boots, documents, files }: LikenessSources,
  random: Random,
): Promise<readonly LikenessPair[]> => [
  ...logPairs(boots, random),
  ...textPairs(documents, random),
  ...(await patchPairs(files, random)),
];

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alikePart, type LikenessSign, likenessSigns, saysSomething } from '../src/core/evidence/likenessSigns.ts';
import { seededRandom } from '../src/core/std.ts';
import { type Handed, handed, type LikenessPair, likenessPairs } from './evidence/likenessPairs.ts';
import { bootGuest } from './lab/bootGuest.ts';
import { debianKernel } from './lab/debianKernel.ts';
import { openLab } from './lab/lab.ts';

// `node benchmarks/evidenceLikeness.ts [SEED]`: pairs of real pieces, copied and not, and which of them are said to be alike.
const [seed = '2026'] = process.argv.slice(2);
const random = seededRandom(seed);
const lab = openLab();
if (!lab) {
  process.stderr.write('There is no kernel tree here: set PATCHLING_TREE, or run `npm start` once.\n');
  process.exit(2);
}

const boots: Handed[] = [];
for (const [version, count] of [
  ['6.12', 18],
  ['6.1', 12],
] as const) {
  const { image } = await debianKernel(lab, version);
  for (let at = 0; at < count; at++) {
    const nonce = `plg${version.replace('.', 'x')}boot${'abcdefghijklmnopqr'[at]}`;
    lab.say(`booting ${version}, ${at + 1} of ${count}`);
    const guest = await bootGuest({ image, append: `patchling.nonce=${nonce}`, script: 'dmesg > /out/dmesg' });
    boots.push(handed(nonce, new TextDecoder().decode(guest.file('dmesg'))));
  }
}
const read = (path: string): string => readFileSync(join(lab.tree, path), 'utf8');
const named = (folder: string, end: string, least: number): string[] =>
  readdirSync(join(lab.tree, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)
    .filter((path) => read(path).length > least);
const documents = named('Documentation/process', '.rst', 4000).slice(0, 40);
const sources = named('mm', '.c', 8000).slice(0, 40);

const files = sources.map((path) => ({ path, text: read(path) }));
const pairs = await likenessPairs({ boots, documents: documents.map(read), files }, random);

/** As the server finds them: a sign that shares a band, and enough. */
const isFound = ({ one, other }: LikenessPair): boolean => {
  const [mine, theirs] = [one, other].map(({ piece, nonce }): readonly LikenessSign[] => likenessSigns([piece], nonce));
  return (mine ?? []).some((sign) =>
    (theirs ?? []).some(
      (candidate) =>
        candidate.kind === sign.kind
        && saysSomething(sign.kind)
        && candidate.bands.some((band) => sign.bands.includes(band))
        && alikePart(sign.kind, sign.signs, candidate.signs) !== undefined,
    ),
  );
};

const found = pairs.map((pair) => ({ ...pair, isFound: isFound(pair) }));
const count = (isCopy: boolean, isSaid: boolean): number =>
  found.filter((pair) => pair.isCopy === isCopy && pair.isFound === isSaid).length;
const [right, wrong, missed, quiet] = [count(true, true), count(false, true), count(true, false), count(false, false)];
const percent = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`;
const rows = [...Map.groupBy(found, ({ how }) => how)].map(([how, several]) => {
  const said = several.filter((one) => one.isFound).length;
  return `| ${how} | ${several[0]?.isCopy ? 'copied' : 'not'} | ${several.length} | ${said} |`;
});

process.stdout.write(`# What is said to be alike

\`node benchmarks/evidenceLikeness.ts ${seed}\`: ${boots.length} boots of two of Debian's kernels in QEMU, parts of
${documents.length} documents of the kernel, and patches by git to ${sources.length} of its files. Each is copied in ways in which
people hand in what is not theirs, with their own mark; and each stands beside one that is like it by its
nature. Alike is what the server would show to a mentor.

| how the second came about | | pairs | said to be alike |
| --- | --- | --- | --- |
${rows.join('\n')}

${pairs.length} pairs, ${right + missed} of them copied. Said to be alike: ${right + wrong}; of these copied ${right}:
precision ${percent(right, right + wrong)}. Of those copied found: recall ${percent(right, right + missed)}.
Not copied and not said: ${quiet}.
`);

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Piece } from '../../src/core/evidence/evidence.ts';
import { evidenceOutcome } from '../../src/core/evidence/evidenceOutcome.ts';
import { judgeEvidence } from '../../src/core/evidence/judgeEvidence.ts';
import { likenessSigns } from '../../src/core/evidence/likenessSigns.ts';
import type { EvidenceNeed } from '../../src/core/evidence/taskEvidence.ts';
import { draw, seededRandom } from '../../src/core/std.ts';
import { withTempFolder } from '../../src/edge/tempFolder.ts';
import { commitFiles, gitFolder, inGit } from '../../test/world/gitFolder.ts';
import { mutatedPiece } from '../../test/world/mutatedPiece.ts';

export interface MutatedRun {
  readonly runs: number;
  readonly slowestMs: number;
  readonly slowest: string;
  readonly outcomes: Readonly<Record<'holds' | 'fails' | 'unknown', number>>;
  readonly threw: readonly string[];
}

const NONCE = 'plgabcdefgh2345';
const FOLDER = 'test/data/evidence';
const frame = { function: 'greeter_count', size: 16, places: [{ offset: 3, answers: [['g.c:1']] }] };
const needs: readonly EvidenceNeed[] = [
  { kind: 'boot log', kernel: 'distribution', atLeast: '6.1' },
  { kind: 'config', marked: true, options: { CONFIG_KUNIT: 'y' } },
  { kind: 'module', name: 'greeter' },
  { kind: 'test results', tests: ['size'] },
  { kind: 'decoded trace', bank: { release: '6.12', lines: [{ before: '', frame: 0, after: '' }], frames: [frame] } },
  { kind: 'mail', patch: true },
  { kind: 'patch', applies: false, passesCheck: false, marked: true },
  { kind: 'public', what: 'message' },
];
const evidence = { needs, mayPass: true, spotChecks: 0 };

/** Real pieces, with accidents and attacks: each is judged for every kind, and its signs are taken. */
export async function mutatedRun(runs: number, seed: string): Promise<MutatedRun> {
  const real = await realPieces();
  const random = seededRandom(seed);
  const outcomes = { holds: 0, fails: 0, unknown: 0 };
  const threw: string[] = [];
  let [slowestMs, slowest] = [0, ''];
  for (let run = 0; run < runs; run++) {
    const whole = draw(real, random);
    if (!whole) break;
    const cut = random() < 0.2 ? whole.bytes : part(whole.bytes, random);
    const piece: Piece = { name: whole.name, bytes: mutatedPiece(cut, random) };
    const began = performance.now();
    try {
      const judged = judgeEvidence([piece], evidence, NONCE);
      likenessSigns([piece], NONCE);
      for (const one of judged) outcomes[evidenceOutcome([one])]++;
    } catch (error) {
      threw.push(`${whole.name}, run ${run} of seed ${seed}: ${(error as Error).message}`);
    }
    const took = performance.now() - began;
    if (took > slowestMs) [slowestMs, slowest] = [took, `${whole.name}, ${piece.bytes.length} bytes`];
  }
  return { runs, slowestMs, slowest, outcomes, threw };
}

/** Some thousand bytes of it: most accidents need no more to happen. */
const part = (bytes: Uint8Array, random: () => number): Uint8Array => {
  const from = Math.floor(random() * bytes.length);
  return bytes.subarray(from, from + 500 + Math.floor(random() * 6000));
};

/** What was made here by booting, loading and testing, and a patch by git itself. */
const realPieces = async (): Promise<readonly Piece[]> => {
  const files = readdirSync(FOLDER).filter((name) => /\.(txt|config|mbox)$/.test(name));
  const patch = await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': 'int a;\n\nint b;\n' });
    commitFiles(tree, { 'a.c': 'int a = 1;\n\nint b;\n' }, `a: Begin with one\n\nWhy.\n\n${NONCE}`);
    return inGit(tree, 'format-patch', '--stdout', '-1');
  });
  return [
    ...files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) })),
    { name: 'a patch', bytes: new TextEncoder().encode(patch) },
  ];
};

import { openEvidenceJudge } from '../src/gather/evidence/evidenceJudge.ts';
import { bootPieces } from './lab/bootPieces.ts';
import { judged } from './lab/judged.ts';
import { createMarks, openLab } from './lab/lab.ts';
import { lackingTools } from './lab/lackingTools.ts';
import type { MadePiece } from './lab/madePiece.ts';
import { mailPieces } from './lab/mailPieces.ts';
import { modulePieces } from './lab/modulePieces.ts';
import { ownKernelPieces } from './lab/ownKernelPieces.ts';
import { testPieces } from './lab/testPieces.ts';
import { tracePieces } from './lab/tracePieces.ts';

// `node benchmarks/evidencePieces.ts [SEED]`: real evidence made here, each piece judged as the server does. The first time
// takes twenty minutes (two kernels, Debian's packages), then five: what was built stays in the cache folder.
const [seed = '2026'] = process.argv.slice(2);
const lacking = lackingTools();
const lab = openLab();
if (!lab || lacking.length > 0) {
  const names = [...(lab ? [] : ['linux-source-6.12']), ...lacking];
  process.stderr.write(`Missing here: ${names.join(', ')}. To install: sudo apt-get install ${names.join(' ')}\n`);
  if (!lab) process.stderr.write('Then unpack the source: npm start, once, or set PATCHLING_TREE.\n');
  process.exit(2);
}

const markOf = createMarks(seed);
const made: MadePiece[] = [
  ...(await mailPieces(markOf)),
  ...(await bootPieces(lab, markOf)),
  ...(await testPieces(lab, markOf)),
  ...(await ownKernelPieces(lab, markOf)),
  ...(await modulePieces(lab, markOf)),
  ...(await tracePieces(lab, markOf)),
];

const judge = openEvidenceJudge();
let held = 0;
let heldForAnother = 0;
const rows: string[] = [];
for (const piece of made) {
  const { verdict, seen, ofAnother } = await judged(judge, piece);
  if (verdict === 'holds') held++;
  if (ofAnother === 'holds') heldForAnother++;
  rows.push(`| ${[piece.what, piece.how, verdict, seen].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
}
await judge.close();

process.stdout.write(`# Real pieces of evidence

\`node benchmarks/evidencePieces.ts ${seed}\`: kernels of Debian's and of one's own booted in QEMU, modules built and loaded,
selftests and KUnit run, real oopses decoded by what the tree's documents name, mails by \`git send-email\` through the
programme's own door. Each is what somebody would hand in, with a mark of its own, and is judged as the server does.

| piece | made by | verdict | what was seen |
| --- | --- | --- | --- |
${rows.join('\n')}

Handed in by somebody else, who has another mark, ${heldForAnother} of them would hold.

${held} of ${made.length} hold
`);

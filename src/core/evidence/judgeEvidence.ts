import { bootLog } from './bootLog.ts';
import { crossCheck } from './crossCheck.ts';
import { decodedTrace } from './decodedTrace.ts';
import type { EvidenceCheck, EvidenceKind, Judged, Piece } from './evidence.ts';
import { type EvidenceFacts, NO_FACTS } from './evidenceFacts.ts';
import { kernelConfig } from './kernelConfig.ts';
import { looksLike } from './looksLike.ts';
import { mailedEvidence } from './mailedEvidence.ts';
import { moduleLoad } from './moduleLoad.ts';
import { patchEvidence } from './patchEvidence.ts';
import { publicEvidence } from './publicEvidence.ts';
import type { EvidenceNeed, TaskEvidence } from './taskEvidence.ts';
import { testResults } from './testResults.ts';

/**
 * What was handed in, held against what the task asks for. Which piece is which is told from what is in them, not from their
 * names: people call a boot log anything. Pure, and never throws.
 */
export const judgeEvidence = (
  pieces: readonly Piece[],
  { needs }: TaskEvidence,
  nonce: string,
  facts: EvidenceFacts = NO_FACTS,
): readonly Judged[] => {
  const kinds = pieces.map((piece) => ({ piece, kinds: looksLike(piece) }));
  const of = (kind: EvidenceKind): readonly Piece[] =>
    kinds.filter((one) => one.kinds.has(kind)).map(({ piece }) => piece);
  const judged = needs.map((need): Judged => {
    const found = need.kind === 'certificate' || need.kind === 'public' ? pieces : of(need.kind);
    if (found.length === 0) return { kind: need.kind, piece: '', checks: [missing(need.kind)] };
    if (need.kind === 'public') return { kind: need.kind, piece: '', checks: publicEvidence(need, nonce, facts) };
    if (need.kind === 'patch') {
      const piece = found.map(({ name }) => name).join(', ');
      return { kind: need.kind, piece, checks: patchEvidence(found, need, nonce, facts) };
    }
    const best = bestOf(found.map((piece) => ({ piece, checks: judge(need, piece, pieces, nonce) })));
    return { kind: need.kind, piece: best.piece.name, checks: best.checks };
  });
  const [log, config] = [of('boot log')[0], of('config')[0]];
  const isBoth = needs.some(({ kind }) => kind === 'config') && needs.some(({ kind }) => kind === 'boot log');
  if (!isBoth || !log || !config) return judged;
  const checks = crossCheck(log, config, nonce);
  return checks.length === 0 ? judged : [...judged, { kind: 'config', piece: `${config.name}, ${log.name}`, checks }];
};

type OfOnePiece = Exclude<EvidenceNeed, { readonly kind: 'patch' | 'public' }>;

const judge = (need: OfOnePiece, piece: Piece, all: readonly Piece[], nonce: string): readonly EvidenceCheck[] => {
  switch (need.kind) {
    case 'boot log':
      return bootLog(piece, need, nonce);
    case 'config':
      return kernelConfig(piece, need, nonce);
    case 'module':
      return moduleLoad(all, need, nonce);
    case 'test results':
      return testResults(piece, need, nonce);
    case 'decoded trace':
      return decodedTrace(new TextDecoder().decode(piece.bytes), need.bank, nonce);
    case 'mail':
      return mailedEvidence(piece, need, nonce);
    case 'certificate':
      return [FOR_A_PERSON];
    default:
      return need satisfies never;
  }
};

const FOR_A_PERSON: EvidenceCheck = {
  ...{ check: 'a certificate', needed: true, verdict: 'unknown' },
  seen: 'It is kept, and a mentor looks at it.',
};

interface Tried {
  readonly piece: Piece;
  readonly checks: readonly EvidenceCheck[];
}

/** Of several pieces of a kind, the one in which most of what is needed holds: the others are there besides. */
const bestOf = (tried: readonly Tried[]): Tried => {
  const held = ({ checks }: Tried): number => {
    const needed = checks.filter((one) => one.needed);
    return needed.filter(({ verdict }) => verdict === 'holds').length / Math.max(1, needed.length);
  };
  return tried.reduce((best, one) => (held(one) > held(best) ? one : best));
};

const missing = (kind: EvidenceKind): EvidenceCheck => ({
  ...{ check: `a ${kind}`, needed: true, verdict: 'unknown', seen: `Nothing that was handed in looks like a ${kind}.` },
  settle: HOW_TO[kind],
});

/** How each is made. */
const HOW_TO: Readonly<Record<EvidenceKind, string>> = {
  'boot log': 'sudo dmesg > boot.txt',
  config: 'cp .config config.txt in the build folder',
  module: 'modinfo ./NAME.ko > module.txt; uname -r >> module.txt; sudo dmesg | tail -50 >> module.txt',
  'test results': 'make kselftest TARGETS=… 2>&1 | tee results.txt',
  'decoded trace': 'scripts/decode_stacktrace.sh VMLINUX TREE MODULES < trace.txt > decoded.txt',
  mail: 'git send-email --to=ADDRESS FILE.patch, with the address that stands at the task',
  patch: 'git format-patch -1',
  public: 'Write the Message-ID, or the commit, into what you say of it',
  certificate: 'the file that the course gave you',
};

import type { Judged, Piece } from '../../core/evidence/evidence.ts';
import type { LikenessSign } from '../../core/evidence/likenessSigns.ts';
import type { TaskEvidence } from '../../core/evidence/taskEvidence.ts';
import { oneThread } from '../oneThread.ts';

export interface EvidenceOrder {
  readonly pieces: readonly Piece[];
  readonly evidence: TaskEvidence;
  readonly nonce: string;
}

export interface EvidenceAnswer {
  readonly judged: readonly Judged[];
  readonly signs: readonly LikenessSign[];
}

/** Judges evidence in a thread of its own: whatever was handed in, the server goes on. */
export interface EvidenceJudge {
  /** `broken`: it took too long, or too much memory. */
  judge(order: EvidenceOrder): Promise<EvidenceAnswer | 'broken'>;
  close(): Promise<void>;
}

export const openEvidenceJudge = ({ patienceMs = 10_000 }: { readonly patienceMs?: number } = {}): EvidenceJudge => {
  const program = new URL(`./evidenceWorker${import.meta.url.slice(-3)}`, import.meta.url);
  const thread = oneThread<EvidenceOrder, EvidenceAnswer>(program, { patienceMs, heapMb: 512 });
  return { judge: thread.ask, close: thread.close };
};

import type { Judged, Piece } from '../../core/evidence/evidence.ts';
import type { TaskEvidence } from '../../core/evidence/taskEvidence.ts';
import { oneThread } from '../oneThread.ts';

export interface EvidenceOrder {
  readonly pieces: readonly Piece[];
  readonly evidence: TaskEvidence;
  readonly nonce: string;
}

/** Judges evidence in a thread of its own: whatever was handed in, the server goes on. */
export interface EvidenceJudge {
  /** `broken`: it took too long, or too much memory. */
  judge(order: EvidenceOrder): Promise<readonly Judged[] | 'broken'>;
  close(): Promise<void>;
}

export const openEvidenceJudge = ({ patienceMs = 10_000 }: { readonly patienceMs?: number } = {}): EvidenceJudge => {
  const program = new URL(`./evidenceWorker${import.meta.url.slice(-3)}`, import.meta.url);
  const thread = oneThread<EvidenceOrder, readonly Judged[]>(program, { patienceMs, heapMb: 512 });
  return { judge: thread.ask, close: thread.close };
};

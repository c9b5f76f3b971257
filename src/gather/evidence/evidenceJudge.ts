import type { Judged, Piece } from '../../core/evidence/evidence.ts';
import { isLookedUp } from '../../core/evidence/isLookedUp.ts';
import type { LikenessSign } from '../../core/evidence/likenessSigns.ts';
import type { TaskEvidence } from '../../core/evidence/taskEvidence.ts';
import { oneThread } from '../../edge/oneThread.ts';
import type { LookUpOrder } from './lookUpEvidence.ts';

export interface EvidenceOrder {
  readonly pieces: readonly Piece[];
  readonly evidence: TaskEvidence;
  readonly nonce: string;
  /** Where whoever handed it in signs in. */
  readonly address?: string | undefined;
}

export interface EvidenceAnswer {
  readonly judged: readonly Judged[];
  readonly signs: readonly LikenessSign[];
}

/** An order with where its thread may look. */
export type SentOrder = EvidenceOrder & LookUpOrder;

/** Judges evidence in threads of its own: whatever was handed in, the server goes on. */
export interface EvidenceJudge {
  /** `broken`: it took too long, or too much memory. */
  judge(order: EvidenceOrder): Promise<EvidenceAnswer | 'broken'>;
  close(): Promise<void>;
}

export interface JudgeSettings {
  readonly patienceMs?: number;
  /** A git tree, on which patches are tried and commits are looked up. */
  readonly tree?: string | undefined;
  /** The address of a public-inbox, in which mails are looked up. */
  readonly archive?: string | undefined;
}

/** What has to be looked up, in a tree or an archive, takes seconds: it has a thread beside, and nobody else waits for it. */
export const openEvidenceJudge = ({ patienceMs = 10_000, tree, archive }: JudgeSettings = {}): EvidenceJudge => {
  const program = new URL(`./evidenceWorker${import.meta.url.slice(-3)}`, import.meta.url);
  const quick = oneThread<SentOrder, EvidenceAnswer>(program, { patienceMs, heapMb: 512 });
  const slow = oneThread<SentOrder, EvidenceAnswer>(program, { patienceMs: patienceMs * 6, heapMb: 512 });
  return {
    judge: async (order) => (isLookedUp(order.evidence) ? slow : quick).ask({ ...order, tree, archive }),
    close: async () => {
      await Promise.all([quick.close(), slow.close()]);
    },
  };
};

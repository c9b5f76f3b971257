import { parentPort } from 'node:worker_threads';
import { type EvidenceFacts, NO_FACTS } from '../../core/evidence/evidenceFacts.ts';
import { isLookedUp } from '../../core/evidence/isLookedUp.ts';
import { judgeEvidence } from '../../core/evidence/judgeEvidence.ts';
import { likenessSigns } from '../../core/evidence/likenessSigns.ts';
import type { Numbered } from '../../edge/oneThread.ts';
import type { EvidenceAnswer, SentOrder } from './evidenceJudge.ts';

parentPort?.on('message', async ({ number, order }: Numbered<SentOrder>) => {
  const { pieces, evidence, nonce } = order;
  const facts = isLookedUp(evidence) ? await lookUp(order) : NO_FACTS;
  const judged = judgeEvidence(pieces, evidence, nonce, facts);
  const answer: EvidenceAnswer = { judged, signs: likenessSigns(pieces, nonce) };
  parentPort?.postMessage({ number, answer });
});

/** The gate, git and what they need are loaded by the thread that asks them, and by no other. */
const lookUp = async (order: SentOrder): Promise<EvidenceFacts> => {
  const [{ createHost }, { lookUpEvidence }] = await Promise.all([
    import('../../edge/host.ts'),
    import('./lookUpEvidence.ts'),
  ]);
  return lookUpEvidence(createHost(), order);
};

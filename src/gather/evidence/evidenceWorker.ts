import { parentPort } from 'node:worker_threads';
import { judgeEvidence } from '../../core/evidence/judgeEvidence.ts';
import { likenessSigns } from '../../core/evidence/likenessSigns.ts';
import { createHost } from '../../edge/host.ts';
import type { Numbered } from '../../edge/oneThread.ts';
import type { EvidenceAnswer, SentOrder } from './evidenceJudge.ts';
import { lookUpEvidence } from './lookUpEvidence.ts';

const host = createHost();

parentPort?.on('message', async ({ number, order }: Numbered<SentOrder>) => {
  const { pieces, evidence, nonce } = order;
  const facts = await lookUpEvidence(host, order);
  const judged = judgeEvidence(pieces, evidence, nonce, facts);
  const answer: EvidenceAnswer = { judged, signs: likenessSigns(pieces, nonce) };
  parentPort?.postMessage({ number, answer });
});

import { parentPort } from 'node:worker_threads';
import { judgeEvidence } from '../../core/evidence/judgeEvidence.ts';
import { likenessSigns } from '../../core/evidence/likenessSigns.ts';
import type { Numbered } from '../oneThread.ts';
import type { EvidenceAnswer, EvidenceOrder } from './evidenceJudge.ts';

parentPort?.on('message', ({ number, order }: Numbered<EvidenceOrder>) => {
  const { pieces, evidence, nonce } = order;
  const judged = judgeEvidence(pieces, evidence, nonce);
  const answer: EvidenceAnswer = { judged, signs: likenessSigns(pieces, nonce) };
  parentPort?.postMessage({ number, answer });
});

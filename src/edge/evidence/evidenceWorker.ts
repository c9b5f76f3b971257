import { parentPort } from 'node:worker_threads';
import { judgeEvidence } from '../../core/evidence/judgeEvidence.ts';
import type { Numbered } from '../oneThread.ts';
import type { EvidenceOrder } from './evidenceJudge.ts';

parentPort?.on('message', ({ number, order }: Numbered<EvidenceOrder>) => {
  parentPort?.postMessage({ number, answer: judgeEvidence(order.pieces, order.evidence, order.nonce) });
});

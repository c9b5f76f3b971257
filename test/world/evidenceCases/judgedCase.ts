import type { Judged, Piece } from '../../../src/core/evidence/evidence.ts';
import { judgeEvidence } from '../../../src/core/evidence/judgeEvidence.ts';
import type { EvidenceCase } from './evidenceCase.ts';
import { BOOT, MINE } from './realEvidence.ts';

/** What the machine sees in a case. */
export const judgedCase = ({ text, need = BOOT, nonce = MINE, facts }: EvidenceCase): readonly Judged[] =>
  judgeEvidence(piecesOf(text), { needs: [need].flat(), mayPass: true, spotChecks: 0 }, nonce, facts);

const piecesOf = (text: EvidenceCase['text']): readonly Piece[] => {
  const all = typeof text === 'string' || text instanceof Uint8Array ? [text] : text;
  return all.map((one, at) => ({
    name: `${at + 1}.txt`,
    bytes: typeof one === 'string' ? new TextEncoder().encode(one) : one,
  }));
};

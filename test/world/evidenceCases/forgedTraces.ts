import { personalTrace } from '../../../src/core/evidence/personalTrace.ts';
import type { EvidenceCase } from './evidenceCase.ts';
import { BANK, DECODED, DECODER, lines, OTHER } from './realEvidence.ts';

const need = { kind: 'decoded trace', bank: BANK } as const;
const mine = { need, nonce: DECODER };
const PLACE = /[\w./-]+\.[ch]:\d+/g;

/** Decoded traces that are another's, or that nobody decoded. */
export const forgedTraces: readonly EvidenceCase[] = [
  { what: 'somebody else’s decoded trace', text: DECODED, need, nonce: OTHER, outcome: 'fails' },
  {
    what: 'somebody else’s, under one’s own mark',
    text: DECODED.replaceAll(DECODER, OTHER),
    need,
    nonce: OTHER,
    outcome: 'fails',
  },
  { what: 'one’s own raw trace, as it was given', text: personalTrace(BANK, DECODER), ...mine, outcome: 'unknown' },
  {
    what: 'every place some lines off',
    text: DECODED.replaceAll(PLACE, (place) => place.replace(/\d+$/, (line) => String(Number(line) + 3))),
    ...mine,
    outcome: 'fails',
  },
  {
    what: 'the places of inlined functions left out',
    text: lines(DECODED, (line) => line.replace(/\((\S+) \S.*\)/, '($1)')),
    ...mine,
    outcome: 'fails',
  },
  {
    what: 'the last frames left out',
    text: DECODED.slice(0, DECODED.indexOf('stumbler_set')),
    ...mine,
    outcome: 'unknown',
  },
];

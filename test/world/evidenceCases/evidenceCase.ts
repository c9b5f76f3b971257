import type { EvidenceFacts } from '../../../src/core/evidence/evidenceFacts.ts';
import type { EvidenceNeed } from '../../../src/core/evidence/taskEvidence.ts';
import type { Verdict } from '../../../src/core/verdict.ts';

/** A piece of evidence that somebody could hand in, how it was made, and what the machine may make of it. */
export interface EvidenceCase {
  /** How it was made. */
  readonly what: string;
  /** One piece, or several. */
  readonly text: string | Uint8Array | readonly string[];
  /** A boot of a distribution's kernel, where nothing else is said. */
  readonly need?: EvidenceNeed | readonly EvidenceNeed[];
  /** Whose it is to be. */
  readonly nonce?: string;
  readonly facts?: EvidenceFacts;
  readonly outcome: Verdict;
}

import type { Piece } from '../../src/core/evidence/evidence.ts';
import type { EvidenceNeed } from '../../src/core/evidence/taskEvidence.ts';

/** What somebody would hand in for one task: made here, for one mark, with what the task asks for. */
export interface MadePiece {
  readonly what: string;
  readonly how: string;
  readonly nonce: string;
  readonly pieces: readonly Piece[];
  readonly needs: readonly EvidenceNeed[];
}

export const pieceOf = (name: string, bytes: Uint8Array | string): Piece => ({
  name,
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
});

/** Files put together by `cat`, as people do. */
export const joined = (...files: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(files.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const file of files) {
    whole.set(file, at);
    at += file.length;
  }
  return whole;
};

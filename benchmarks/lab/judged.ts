import { evidenceOutcome } from '../../src/core/evidence/evidenceOutcome.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import type { EvidenceJudge } from '../../src/gather/evidence/evidenceJudge.ts';
import { readEvidenceFile } from '../../src/office/evidence/evidenceFile.ts';
import type { MadePiece } from './madePiece.ts';

/** What the server says of a piece. */
export interface JudgedPiece {
  readonly verdict: Verdict;
  /** What does not hold. */
  readonly seen: string;
  /** Of the same with somebody else's mark. */
  readonly ofAnother: Verdict;
}

/** Judges a piece as the server does: by the task's file, in a thread with its limits. */
export const judged = async (judge: EvidenceJudge, { pieces, needs, nonce }: MadePiece): Promise<JudgedPiece> => {
  const read = readEvidenceFile(JSON.stringify({ needs }));
  if (read.kind === 'unreadable') throw new Error(read.because);
  const { evidence } = read;
  const answer = await judge.judge({ pieces, evidence, nonce });
  const other = await judge.judge({ pieces, evidence, nonce: SOMEBODY_ELSE });
  if (answer === 'broken' || other === 'broken') throw new Error('it took longer than is given to one submission');
  const checks = answer.judged.flatMap((one) => one.checks);
  const odd = checks.filter(({ verdict, needed }) => verdict === 'fails' || (needed && verdict === 'unknown'));
  const seen = odd.map(({ check, verdict, seen: words }) => `${check} ${verdict}: ${words}`).join(' ');
  return { verdict: evidenceOutcome(answer.judged), seen, ofAnother: evidenceOutcome(other.judged) };
};

const SOMEBODY_ELSE = 'plgzzzzzzzz7777';

import type { EvidenceCheck, Judged } from './evidence.ts';

/** What does not hold yet, for the person: what was seen, where, and what settles it. Plain text. */
export const machineAnswer = (judged: readonly Judged[]): string =>
  judged
    .flatMap(({ piece, checks }) =>
      checks.filter(({ needed, verdict }) => needed && verdict !== 'holds').map((check) => said(check, piece)),
    )
    .join('\n\n');

const said = ({ check, verdict, seen, settle, line }: EvidenceCheck, piece: string): string => {
  const place = piece === '' ? '' : line === undefined ? ` (${piece})` : ` (${piece}, line ${line})`;
  const mark = verdict === 'fails' ? '✗' : '?';
  return `${mark} ${check}: ${seen}${place}${settle === undefined ? '' : `\n  To settle it: ${settle}`}`;
};

/** Whether all that is missing is something that the person can do something about. */
export const canBeMended = (judged: readonly Judged[]): boolean =>
  judged.every(({ checks }) =>
    checks.every(
      ({ needed, verdict, settle, isOurs }) =>
        !needed || verdict === 'holds' || verdict === 'fails' || (settle !== undefined && isOurs !== true),
    ),
  );

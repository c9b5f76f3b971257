/** `replaced`: a newer attempt came before anybody looked at it. It is kept. */
export type SubmissionState = 'waiting' | 'accepted' | 'changes requested' | 'not yet' | 'replaced';

/** How it came. */
export type Via = 'page' | 'command' | 'mail';

/** What a mentor says of a submission. */
export type Outcome = Extract<SubmissionState, 'accepted' | 'changes requested' | 'not yet'>;

export const outcomes: readonly Outcome[] = ['accepted', 'changes requested', 'not yet'];

/** What one submission may hold. Bytes. */
export const submissionLimits = { files: 10, file: 5_000_000, all: 12_000_000, statement: 20_000, name: 200 } as const;

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a submission has too much of, or lacks; nothing when it can be kept. */
export const submissionProblem = (sent: {
  readonly statement: string;
  readonly files: readonly SentFile[];
}): string | undefined => {
  const limits = submissionLimits;
  if (sent.statement.trim() === '' && sent.files.length === 0) return 'There is neither a statement nor a file in it.';
  if (sent.statement.length > limits.statement) {
    return `The statement has ${sent.statement.length} characters; at most ${limits.statement} are kept. Send a file instead.`;
  }
  if (sent.files.length > limits.files) return `It has ${sent.files.length} files; at most ${limits.files} are kept.`;
  const large = sent.files.find(({ bytes }) => bytes.length > limits.file);
  if (large) return `${large.name} has ${large.bytes.length} bytes; a file may have ${limits.file}.`;
  const all = sent.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return all > limits.all ? `Its files have ${all} bytes; together they may have ${limits.all}.` : undefined;
};

/** How long a mentor has a submission before it goes back to the others. */
export const LEASE_MINUTES = 60;

export interface Lease {
  readonly by: string | null;
  readonly until: Date | null;
}

/** Who has it now; undefined when it is free, or the time is over. */
export const holder = (lease: Lease, now: Date): string | undefined =>
  lease.by !== null && lease.until !== null && lease.until > now ? lease.by : undefined;

import type { JobPulse } from './jobPulse.ts';

/** What is known of a server from within. Instants are undefined where there is none. */
export interface HealthFacts {
  readonly jobs: readonly JobPulse[];
  readonly oldestMailOut: Date | undefined;
  /** The oldest mail that was offered and did not go, and when one went last: one alone may be its recipient's fault. */
  readonly oldestTried: Date | undefined;
  readonly lastAccepted: Date | undefined;
  readonly oldestMailIn: Date | undefined;
  /** Where mails to itself go round: when the last came back, or, before one did, when the server began. */
  readonly lastRound: Date | undefined;
  readonly mailsInDoubt: number;
  readonly mailsGivenUp: number;
  readonly oldestSubmission: Date | undefined;
  readonly now: Date;
}

export interface ServerHealth {
  readonly isWell: boolean;
  /** Why it is not, and what to do; none where it is well. */
  readonly complaints: readonly string[];
  /** In the text format that monitors read: a name and a number a line. */
  readonly numbers: string;
}

/** After so many seconds something stands still: mails go within a minute, one goes round each quarter of an hour. */
const PATIENCE = { mail: 900, round: 3600 } as const;
/** A job may be late by its own period and this much. */
const LATE = 300;

/** Whether somebody has to look, from ages that grow when something stands still: a silence is what nobody would report. */
export const serverHealth = (facts: HealthFacts): ServerHealth => {
  const { now, jobs, mailsInDoubt, mailsGivenUp } = facts;
  const age = (since: Date | undefined): number => (since ? Math.max(0, (now.getTime() - since.getTime()) / 1000) : 0);
  const [out, come, round] = [age(facts.oldestMailOut), age(facts.oldestMailIn), age(facts.lastRound)];
  const isLongSince = facts.lastAccepted === undefined || age(facts.lastAccepted) > PATIENCE.mail;
  const noneGoes = age(facts.oldestTried) > PATIENCE.mail && isLongSince;
  const still = jobs.filter(({ done, every }) => age(done) > 2 * every + LATE);
  const failed = jobs.filter((job) => job.hasFailed && !still.includes(job));
  const complaints = [
    ...still.map(({ name }) => `${name} stands still: start the server again, and look at what it printed`),
    ...failed.map(({ name }) => `${name} failed when it was last done: look at what the server printed`),
    ...(out > PATIENCE.mail || noneGoes ? ['mails do not leave: look whether the server of --mail-out takes any'] : []),
    ...(come > PATIENCE.mail ? ['mails that came are not looked into: look at what the server printed'] : []),
    ...(round > PATIENCE.round
      ? ['no mail to ourselves comes back: look at the MX of our domain, and at what passes mails on to --smtp']
      : []),
  ];
  const numbers: readonly (readonly [string, number])[] = [
    ['patchling_up', complaints.length === 0 ? 1 : 0],
    ...jobs.map(({ name, done }) => [`patchling_job_age_seconds{job="${name}"}`, age(done)] as const),
    ...jobs.map(({ name, hasFailed }) => [`patchling_job_failed{job="${name}"}`, hasFailed ? 1 : 0] as const),
    ['patchling_mail_out_oldest_seconds', out],
    ['patchling_mail_refused_oldest_seconds', age(facts.oldestTried)],
    ['patchling_mail_in_oldest_seconds', come],
    ['patchling_mail_round_seconds', round],
    ['patchling_mails_in_doubt', mailsInDoubt],
    ['patchling_mails_given_up', mailsGivenUp],
    ['patchling_submission_oldest_seconds', age(facts.oldestSubmission)],
  ];
  return {
    isWell: complaints.length === 0,
    complaints,
    numbers: numbers.map(([name, value]) => `${name} ${Math.round(value)}\n`).join(''),
  };
};

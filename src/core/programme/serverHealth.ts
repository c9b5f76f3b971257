/** What is known of a server from within. Instants are undefined where there is none. */
export interface HealthFacts {
  readonly lastJob: Date | undefined;
  readonly oldestMailOut: Date | undefined;
  /** The oldest mail that was offered and did not go, and when one went last: one alone may be its recipient's fault. */
  readonly oldestTried: Date | undefined;
  readonly lastAccepted: Date | undefined;
  readonly oldestMailIn: Date | undefined;
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

/** After so long without it, something stands still: jobs run each minute, mails go within one. Seconds. */
const PATIENCE = { job: 300, mail: 900 } as const;

/** Whether somebody has to look, from ages that grow when something stands still: a silence is what nobody would report. */
export const serverHealth = (facts: HealthFacts): ServerHealth => {
  const { now, mailsInDoubt, mailsGivenUp } = facts;
  const age = (since: Date | undefined): number => (since ? Math.max(0, (now.getTime() - since.getTime()) / 1000) : 0);
  const job = facts.lastJob ? age(facts.lastJob) : Number.POSITIVE_INFINITY;
  const [out, come] = [age(facts.oldestMailOut), age(facts.oldestMailIn)];
  const isLongSince = facts.lastAccepted === undefined || age(facts.lastAccepted) > PATIENCE.mail;
  const noneGoes = age(facts.oldestTried) > PATIENCE.mail && isLongSince;
  const complaints = [
    ...(job > PATIENCE.job ? ['jobs stand still: end the server and start it again, and look at what it printed'] : []),
    ...(out > PATIENCE.mail || noneGoes ? ['mails do not leave: look whether the server of --mail-out takes any'] : []),
    ...(come > PATIENCE.mail ? ['mails that came are not looked into: look at what the server printed'] : []),
  ];
  const numbers: readonly (readonly [string, number])[] = [
    ['patchling_up', complaints.length === 0 ? 1 : 0],
    ['patchling_job_age_seconds', job],
    ['patchling_mail_out_oldest_seconds', out],
    ['patchling_mail_refused_oldest_seconds', age(facts.oldestTried)],
    ['patchling_mail_in_oldest_seconds', come],
    ['patchling_mails_in_doubt', mailsInDoubt],
    ['patchling_mails_given_up', mailsGivenUp],
    ['patchling_submission_oldest_seconds', age(facts.oldestSubmission)],
  ];
  return {
    isWell: complaints.length === 0,
    complaints,
    // "Exposition formats" of Prometheus: infinity is +Inf.
    numbers: numbers
      .map(([name, value]) => `${name} ${Number.isFinite(value) ? Math.round(value) : '+Inf'}\n`)
      .join(''),
  };
};

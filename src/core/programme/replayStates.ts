import type { ApplicationState } from './applicationState.ts';
import type { SubmissionState } from './submissionState.ts';

/** A line of the log, as far as states follow from it. */
export interface LogLine {
  readonly by: string;
  readonly kind: string;
  readonly about: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ReplayedStates {
  readonly applications: ReadonlyMap<string, ApplicationState>;
  readonly submissions: ReadonlyMap<string, SubmissionState>;
}

const decided: Readonly<Record<string, ApplicationState>> = {
  accept: 'accepted',
  decline: 'declined',
  'put-on-the-waiting-list': 'on the waiting list',
};

const steps: Readonly<Record<string, ApplicationState>> = {
  'application-started': 'started',
  'application-sent': 'sent',
  'application-withdrawn': 'withdrawn',
};

/**
 * What every application and submission must be, from the log alone. The tables hold the same for speed; that both agree is
 * what makes the log worth keeping.
 */
export function replayStates(lines: Iterable<LogLine>): ReplayedStates {
  const applications = new Map<string, ApplicationState>();
  const submissions = new Map<string, SubmissionState>();
  const owner = new Map<string, string>();
  for (const { by, kind, about, body } of lines) {
    const step = steps[kind];
    if (step) applications.set(about, step);
    if (kind === 'application-decided') applications.set(about, decided[String(body['decision'])] ?? 'sent');
    if (kind === 'submitted') submissions.set(about, 'waiting');
    if (kind === 'submission-replaced') submissions.set(about, 'replaced');
    if (kind === 'submission-decided' || kind === 'verdict-overridden') submissions.set(about, outcomeOf(body));
    if (kind === 'application-started' || kind === 'submitted') owner.set(about, by);
    if (kind === 'person-erased') leave(about, { applications, submissions, owner });
  }
  return { applications, submissions };
}

const outcomeOf = ({ outcome }: LogLine['body']): SubmissionState =>
  String(outcome).replaceAll('-', ' ') as SubmissionState;

interface Replaying {
  readonly applications: Map<string, ApplicationState>;
  readonly submissions: Map<string, SubmissionState>;
  readonly owner: ReadonlyMap<string, string>;
}

/** Whoever is erased withdraws, and what of theirs waits is read by nobody. */
function leave(person: string, { applications, submissions, owner }: Replaying): void {
  for (const [id, of] of owner) {
    if (of !== person) continue;
    const state = applications.get(id);
    if (state !== undefined && state !== 'declined') applications.set(id, 'withdrawn');
    if (submissions.get(id) === 'waiting') submissions.set(id, 'replaced');
  }
}

import { type Phase, phaseOf, type TermDates } from './termDates.ts';

export type ApplicationState = 'started' | 'sent' | 'accepted' | 'declined' | 'on the waiting list' | 'withdrawn';

/** How a reviewer judges; `unclear` asks for another pair of eyes, `spam` for the lead mentor's. */
export type Rating = 'strong' | 'good' | 'unclear' | 'weak' | 'spam';

export const ratings: readonly Rating[] = ['strong', 'good', 'unclear', 'weak', 'spam'];

export type ApplicationMove = 'send' | 'accept' | 'decline' | 'put on the waiting list' | 'withdraw';

const moves: Readonly<Record<ApplicationState, Partial<Readonly<Record<ApplicationMove, ApplicationState>>>>> = {
  started: { send: 'sent', withdraw: 'withdrawn' },
  sent: {
    accept: 'accepted',
    decline: 'declined',
    'put on the waiting list': 'on the waiting list',
    withdraw: 'withdrawn',
  },
  'on the waiting list': { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { withdraw: 'withdrawn' },
  declined: {},
  withdrawn: {},
};

/** What an application becomes; undefined where that cannot be. */
export const moved = (state: ApplicationState, move: ApplicationMove): ApplicationState | undefined =>
  moves[state][move];

/** The states from which a move is possible: a change in the store asks for one of them. */
export const movableFrom = (move: ApplicationMove): ApplicationState[] =>
  applicationStates.filter((state) => moved(state, move) !== undefined);

export const applicationStates: readonly ApplicationState[] = [
  'started',
  'sent',
  'accepted',
  'declined',
  'on the waiting list',
  'withdrawn',
];

/** Still counts against how many one may have open at once. */
export const isOpen = (state: ApplicationState): boolean =>
  state === 'started' || state === 'sent' || state === 'on the waiting list' || state === 'accepted';

export type MayStart = { readonly kind: 'may' } | { readonly kind: 'refused'; readonly because: string };

/** Whether an application may be started now. `open` counts the person's open ones in this programme. */
export const mayStart = (term: TermDates & { readonly cap: number }, open: number, now: Date): MayStart => {
  const phase = phaseOf(term, now);
  if (phase !== 'open')
    return refused(phase === 'before' ? 'Applications are not open yet.' : 'Applications are closed.');
  if (open >= term.cap) {
    return refused(
      term.cap === 1
        ? 'You have an application open in this programme. Withdraw it first.'
        : `You have ${open} applications open in this programme, as many as one may have. Withdraw one first.`,
    );
  }
  return { kind: 'may' };
};

/** Whoever has started may send until the tasks end: that intake closes does not cut off those inside. */
export const maySend = (phase: Phase): boolean => phase === 'open' || phase === 'closed to new ones';

const refused = (because: string): MayStart => ({ kind: 'refused', because });

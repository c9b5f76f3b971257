import { type Asker, has, isRoleToken, type Role } from './role.ts';

export interface Permission {
  readonly may: boolean;
  readonly because: string;
}

interface OfApplication {
  readonly term: string;
  readonly owner: string;
  /** Assigned to it. */
  readonly reviewers: readonly string[];
  /** Of them, those who said that they know the applicant too well. */
  readonly conflicts: readonly string[];
}

interface OfSubmission {
  readonly term: string;
  readonly owner: string;
  /** Who has it now, by a lease that has not run out. */
  readonly holder: string | undefined;
  /** Who said that they know the person too well. */
  readonly conflicts: readonly string[];
}

/** Of an application: what stands in each field, and so who reads it. */
export type ApplicationField = 'words' | 'answers' | 'contact' | 'ratings' | 'decision';

export type Deed =
  | { readonly do: 'read-term'; readonly isPublic: boolean; readonly term: string }
  | {
      readonly do: 'change-term' | 'import-people' | 'read-log' | 'read-progress' | 'read-queue' | 'read-pile';
      readonly term: string;
    }
  /** Of the programme that a term is of, and of one that is new on this server. */
  | { readonly do: 'make-term' | 'make-programme'; readonly term: string }
  | { readonly do: 'start-application' | 'read-choices'; readonly term: string }
  | { readonly do: 'read-application'; readonly application: OfApplication; readonly field: ApplicationField }
  | { readonly do: 'change-application' | 'rate-application' | 'say-conflict'; readonly application: OfApplication }
  | { readonly do: 'assign-reviewers' | 'decide-applications'; readonly term: string }
  | { readonly do: 'read-task'; readonly term: string; readonly isReleased: boolean; readonly isForOthers: boolean }
  | {
      readonly do: 'change-tasks' | 'remove-task' | 'extend-deadline' | 'add-extra-task' | 'free-submissions';
      readonly term: string;
    }
  | { readonly do: 'submit'; readonly term: string; readonly owner: string; readonly isReleased: boolean }
  | {
      readonly do: 'read-submission' | 'decide-submission' | 'take-submission' | 'stay-out';
      readonly submission: OfSubmission;
    }
  | { readonly do: 'override-verdict'; readonly submission: OfSubmission; readonly decidedBy: string }
  | { readonly do: 'take-passkey'; readonly term: string; readonly person: string }
  | { readonly do: 'set-most'; readonly term: string; readonly mentor: string }
  | { readonly do: 'choose-subsystems' | 'ask-question' | 'follow-course'; readonly term: string }
  | { readonly do: 'answer-question'; readonly term: string; readonly owner: string }
  | { readonly do: 'export-person' | 'erase-person' | 'change-person' | 'read-sessions'; readonly person: string };

/** Who may what, and why. The one place that pages, API, mail and jobs ask; what is not said here is no. */
export const mayDo = (who: Asker, deed: Deed): Permission => {
  if (deed.do === 'read-term') return readTerm(who, deed);
  if (who.id === undefined) return no('you are not signed in');
  if (isRoleToken(who) && !forTokens.has(deed.do)) return no('the token of a role only reads');
  return somebodyMay(who, deed);
};

const somebodyMay = (who: Asker, deed: Exclude<Deed, { do: 'read-term' }>): Permission => {
  switch (deed.do) {
    case 'start-application':
      return staysOut(who, deed.term);
    case 'read-application':
      return readApplication(who, deed.application, deed.field);
    case 'change-application':
      return self(who, deed.application.owner, 'only the applicant changes an application');
    case 'rate-application':
    case 'say-conflict':
      return reviews(who, deed.application);
    case 'read-task':
      return readTask(who, deed);
    case 'submit':
      if (who.id !== deed.owner) return no('only the person whose task it is hands it in');
      return deed.isReleased ? takesPart(who, deed.term) : no('the task is not released to you yet');
    case 'read-submission':
      if (who.id === deed.submission.owner) return yes('it is your own');
      return team(who, deed.submission.term, ['mentor', 'lead mentor']);
    case 'take-submission':
    case 'decide-submission':
      return mentors(who, deed.do, deed.submission);
    case 'override-verdict':
      return overrides(who, deed.submission, deed.decidedBy);
    case 'take-passkey':
      if (who.id === deed.person) return no('somebody else makes sure that it is you');
      return team(who, deed.term, ['organiser']);
    case 'set-most':
      return team(who, deed.term, who.id === deed.mentor ? ['mentor', 'lead mentor'] : ['lead mentor']);
    case 'answer-question':
      if (who.id === deed.owner) return no('it is your own question');
      return team(who, deed.term, ['mentor', 'lead mentor']);
    case 'stay-out':
      if (who.id === deed.submission.owner) return no('it is your own');
      return team(who, deed.submission.term, ['mentor', 'lead mentor']);
    case 'choose-subsystems':
      return has(who, deed.term, 'mentee') ? yes('you are a mentee') : no('only a mentee of this term');
    case 'ask-question':
    case 'follow-course':
      return takesPart(who, deed.term);
    case 'export-person':
    case 'erase-person':
    case 'change-person':
    case 'read-sessions':
      return self(who, deed.person, 'only the person');
    default:
      return team(who, deed.term, rolesFor[deed.do]);
  }
};

const TOO_CLOSE = 'you said that you know them too well';

/** For the token of a role, which is nobody: what it may not do is what would be written down as a person's. */
const forTokens: ReadonlySet<Deed['do']> = new Set(['read-task', 'read-queue']);

/** Deeds that a role in the term is enough for. */
const rolesFor = {
  'change-term': ['organiser'],
  'make-term': ['organiser'],
  'make-programme': ['organiser'],
  'import-people': ['organiser'],
  'read-log': ['organiser'],
  'read-progress': ['lead mentor', 'organiser'],
  'read-queue': ['mentor', 'lead mentor'],
  'read-choices': ['mentor', 'lead mentor'],
  'read-pile': ['reviewer', 'mentor', 'lead mentor'],
  'assign-reviewers': ['lead mentor'],
  'decide-applications': ['lead mentor'],
  'change-tasks': ['lead mentor', 'organiser'],
  'remove-task': ['lead mentor', 'organiser'],
  'extend-deadline': ['lead mentor', 'organiser'],
  'add-extra-task': ['mentor', 'lead mentor'],
  'free-submissions': ['lead mentor'],
} as const satisfies Record<string, readonly Role[]>;

const yes = (because: string): Permission => ({ may: true, because });
const no = (because: string): Permission => ({ may: false, because });

const self = (who: Asker, owner: string, otherwise: string): Permission =>
  who.id === owner ? yes('it is your own') : no(otherwise);

const team = (who: Asker, term: string, roles: readonly Role[]): Permission => {
  if (has(who, term, ...roles)) return yes(`you are ${roles.join(' or ')} of this term`);
  const isOne = roles.some((role) => who.roles.get(term)?.has(role));
  return no(isOne ? 'this role signs in with a passkey' : `only for a ${roles.join(' or ')} of this term`);
};

function readTerm(who: Asker, { term, isPublic }: { readonly term: string; readonly isPublic: boolean }): Permission {
  if (isPublic) return yes('the term is public');
  return has(who, term, 'organiser', 'lead mentor') ? yes('you prepare this term') : no('the term is not public yet');
}

/** Nobody applies to a term in whose team they are. */
const staysOut = (who: Asker, term: string): Permission =>
  ['reviewer', 'mentor', 'lead mentor', 'organiser'].some((role) => who.roles.get(term)?.has(role as Role))
    ? no('you belong to the team of this term')
    : yes('anybody may apply');

const takesPart = (who: Asker, term: string): Permission =>
  has(who, term, 'applicant', 'mentee') ? yes('you take part in this term') : no('you do not take part in this term');

function readApplication(who: Asker, application: OfApplication, field: ApplicationField): Permission {
  const { term, owner } = application;
  if (who.id === owner) return field === 'ratings' ? no('ratings are among the reviewers') : yes('it is your own');
  if (has(who, term, 'lead mentor')) return yes('you are lead mentor of this term');
  if (field === 'contact' || field === 'decision') return team(who, term, ['organiser']);
  return reviews(who, application);
}

function reviews(who: Asker, { term, owner, reviewers, conflicts }: OfApplication): Permission {
  if (who.id === owner) return no('nobody judges what is their own');
  if (!has(who, term, 'reviewer', 'mentor', 'lead mentor')) return no('only a reviewer of this term');
  if (conflicts.some((id) => id === who.id)) return no('you said that you know the applicant too well');
  return reviewers.some((id) => id === who.id) ? yes('it is assigned to you') : no('it is not assigned to you');
}

function readTask(
  who: Asker,
  {
    term,
    isReleased,
    isForOthers,
  }: { readonly term: string; readonly isReleased: boolean; readonly isForOthers: boolean },
): Permission {
  if (has(who, term, 'mentor', 'lead mentor', 'organiser')) return yes('you belong to the team of this term');
  if (!has(who, term, 'applicant', 'mentee')) return no('you do not take part in this term');
  if (isForOthers) return no('it is a task for somebody else');
  return isReleased ? yes('it is released to you') : no('it is not released to you yet');
}

function overrides(who: Asker, { term, owner, conflicts }: OfSubmission, decidedBy: string): Permission {
  if (who.id === owner) return no('nobody judges what is their own');
  if (who.id === decidedBy) return no('you decided it: another mentor looks at it');
  if (conflicts.some((id) => id === who.id)) return no(TOO_CLOSE);
  return team(who, term, ['mentor', 'lead mentor']);
}

function mentors(
  who: Asker,
  deed: 'take-submission' | 'decide-submission',
  { term, owner, holder, conflicts }: OfSubmission,
): Permission {
  if (who.id === owner) return no('nobody judges what is their own');
  if (conflicts.some((id) => id === who.id)) return no(TOO_CLOSE);
  const permission = team(who, term, ['mentor', 'lead mentor']);
  if (!permission.may) return permission;
  if (holder === undefined) return deed === 'take-submission' ? yes('it is free') : no('take it first');
  return holder === who.id ? yes('you have it') : no('another mentor has it');
}

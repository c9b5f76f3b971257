import type { ApplicationField, Deed, Permission } from '../../src/core/programme/mayDo.ts';
import { type Asker, type Level, type Role, roles, roleToken, visitor } from '../../src/core/programme/role.ts';

/** What is asked: the function itself, or a copy of it with a line taken out. */
export type MayDo = (who: Asker, deed: Deed) => Permission;

const TERM = 'term';
const OTHER = 'other term';
const ME = 'me';

interface Named<Value> {
  readonly name: string;
  readonly value: Value;
}

const askers: readonly Named<Asker>[] = [
  { name: 'visitor', value: visitor },
  { name: 'signed in', value: asker('link', TERM) },
  ...roles.flatMap((role) =>
    (['link', 'passkey'] as const).map((level) => ({ name: `${role}, ${level}`, value: asker(level, TERM, role) })),
  ),
  ...roles.map((role) => ({ name: `${role}, token`, value: roleToken('made', TERM, role) })),
  ...roles.map((role) => ({ name: `${role} elsewhere`, value: asker('passkey', OTHER, role) })),
];

function asker(level: Level, term: string, role?: Role): Asker {
  return { id: ME, level, roles: new Map([[term, new Set(role === undefined ? [] : [role])]]) };
}

const fields: readonly ApplicationField[] = ['words', 'answers', 'contact', 'ratings', 'decision'];

const applications = [
  { name: 'own', value: application(ME, []) },
  { name: 'own, assigned to oneself', value: application(ME, [ME]) },
  { name: 'assigned', value: application('you', [ME]) },
  { name: 'assigned, conflict', value: application('you', [ME], [ME]) },
  { name: 'of others', value: application('you', ['them']) },
];

function application(owner: string, reviewers: readonly string[], conflicts: readonly string[] = []) {
  return { term: TERM, owner, reviewers, conflicts };
}

const submissions = [
  { name: 'own', value: { term: TERM, owner: ME, holder: undefined, conflicts: [] } },
  { name: 'free', value: { term: TERM, owner: 'you', holder: undefined, conflicts: [] } },
  { name: 'taken by oneself', value: { term: TERM, owner: 'you', holder: ME, conflicts: [] } },
  { name: 'taken by another', value: { term: TERM, owner: 'you', holder: 'them', conflicts: [] } },
  { name: 'free, conflict', value: { term: TERM, owner: 'you', holder: undefined, conflicts: [ME] } },
  { name: 'taken by oneself, conflict', value: { term: TERM, owner: 'you', holder: ME, conflicts: [ME] } },
  { name: 'own, taken by oneself', value: { term: TERM, owner: ME, holder: ME, conflicts: [] } },
];

type OfTerm = Extract<Deed, { term: string }>['do'];

const inTerm = {
  'change-term': 1,
  'make-term': 1,
  'make-programme': 1,
  'import-people': 1,
  'read-log': 1,
  'read-progress': 1,
  'read-queue': 1,
  'read-pile': 1,
  'read-choices': 1,
  'start-application': 1,
  'assign-reviewers': 1,
  'decide-applications': 1,
  'change-tasks': 1,
  'remove-task': 1,
  'extend-deadline': 1,
  'add-extra-task': 1,
  'free-submissions': 1,
  'choose-subsystems': 1,
  'ask-question': 1,
  'follow-course': 1,
} satisfies Partial<Record<OfTerm, 1>>;

/** Every deed with every kind of object. A deed that is not here is a compile error in `complete`. */
const deeds: readonly Named<Deed>[] = [
  ...[true, false].map((isPublic) =>
    named(isPublic ? 'public' : 'not public', { do: 'read-term', term: TERM, isPublic }),
  ),
  ...(Object.keys(inTerm) as (keyof typeof inTerm)[]).map((deed) => named('', { do: deed, term: TERM } as Deed)),
  ...applications.flatMap(({ name, value }) => [
    ...fields.map((field) => named(`${name}: ${field}`, { do: 'read-application', application: value, field })),
    ...(['change-application', 'rate-application', 'say-conflict'] as const).map((deed) =>
      named(name, { do: deed, application: value }),
    ),
  ]),
  ...[true, false].flatMap((isReleased) => [
    ...[true, false].map((isForOthers) =>
      named(`${isReleased ? 'released' : 'not released'}${isForOthers ? ', for others' : ''}`, {
        ...{ do: 'read-task', term: TERM, isReleased, isForOthers },
      }),
    ),
    ...[ME, 'you'].map((owner) =>
      named(`${owner === ME ? 'own' : 'of others'}, ${isReleased ? 'released' : 'not released'}`, {
        ...{ do: 'submit', term: TERM, owner, isReleased },
      }),
    ),
  ]),
  ...submissions.flatMap(({ name, value }) => [
    ...(['read-submission', 'take-submission', 'decide-submission', 'stay-out'] as const).map((deed) =>
      named(name, { do: deed, submission: value }),
    ),
    named(`${name}, decided by another`, { do: 'override-verdict', submission: value, decidedBy: 'them' }),
    named(`${name}, decided by oneself`, { do: 'override-verdict', submission: value, decidedBy: ME }),
  ]),
  ...[ME, 'you'].map((mentor) =>
    named(mentor === ME ? 'oneself' : 'somebody else', { do: 'set-most', term: TERM, mentor }),
  ),
  ...[ME, 'you'].map((person) =>
    named(person === ME ? 'oneself' : 'somebody else', { do: 'take-passkey', term: TERM, person }),
  ),
  ...[ME, 'you'].map((owner) =>
    named(owner === ME ? 'own' : 'of others', { do: 'answer-question', term: TERM, owner }),
  ),
  ...(['export-person', 'erase-person', 'change-person', 'read-sessions'] as const).flatMap((deed) =>
    [ME, 'you'].map((person) => named(person === ME ? 'oneself' : 'somebody else', { do: deed, person })),
  ),
];

function named(name: string, value: Deed): Named<Deed> {
  return { name: `${value.do}${name === '' ? '' : ` (${name})`}`, value };
}

/** The kinds of deed that the matrix asks about, for a test that none is left out. */
export const askedDeeds: ReadonlySet<string> = new Set(deeds.map(({ value }) => value.do));

/** Who may what, as text that a person can review: a paragraph a deed, a line for each answer with whom it is given to. */
export function permissionMatrix(mayDo: MayDo): { readonly text: string; readonly questions: number } {
  const paragraphs = deeds.map((deed) => {
    const answers = new Map<string, string[]>();
    for (const who of askers) {
      const { may, because } = mayDo(who.value, deed.value);
      const line = `${may ? '✓' : '✗'} ${because}`;
      answers.set(line, [...(answers.get(line) ?? []), who.name]);
    }
    const lines = [...answers].toSorted(([one], [other]) => (one < other ? 1 : -1));
    return `${deed.name}\n${lines.map(([line, names]) => `  ${line}\n      ${names.join(' · ')}\n`).join('')}`;
  });
  return { text: `${paragraphs.join('\n')}`, questions: deeds.length * askers.length };
}

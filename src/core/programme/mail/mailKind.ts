/** What a mail of the programme is about, and whether a person may say that they do not want such mails. */
const kinds = {
  'sign-in': 'always', // asked for a moment ago
  'application-received': 'always', // an acknowledgement: without it nobody knows that it arrived
  'application-accepted': 'always', // a decision on the person
  'application-declined': 'always',
  'application-waiting': 'always',
  'submission-received': 'always',
  'submission-answered': 'always',
  'likeness-asked': 'always', // a mentor weighs it with what they say
  'dates-changed': 'always', // whoever relies on a date has to know
  'task-given': 'always', // with a deadline of one's own
  'deadline-extended': 'always',
  'question-answered': 'always',
  'mail-refused': 'always', // the answer to a mail of theirs, at most one an hour
  digest: 'always', // they wished to have it: what they refuse is in none
  'task-released': 'as wished',
  'deadline-reminder': 'as wished',
  invitation: 'as wished',
} as const;

/** What people get. */
export type PersonMailKind = keyof typeof kinds;

/** `round`: to ourselves, which shows that mails come and go. */
export type MailKind = PersonMailKind | 'round';

export const mailKinds = Object.keys(kinds) as readonly PersonMailKind[];

export const isMailKind = (text: string): text is PersonMailKind => Object.hasOwn(kinds, text);

/** Whether a person may refuse it, or have it once a day with others. */
export const isRefusable = (kind: MailKind): boolean => kind !== 'round' && kinds[kind] === 'as wished';

/** How a person wants a kind of mail: each by itself, once a day with others of its sort, or never. */
export type MailWish = 'wanted' | 'digest' | 'never';

export const isMailWish = (text: string): text is MailWish =>
  text === 'wanted' || text === 'digest' || text === 'never';

import { type RawBuilder, sql } from 'kysely';

/** Rows that are a person's, or tell of them. */
export interface PersonalTable {
  readonly table: string;
  /** In a person's words. */
  readonly what: string;
  /** Which rows. */
  readonly of: (person: string) => RawBuilder<unknown>;
  /** What the export gives of them: names and texts of third persons are not among it. */
  readonly shows: readonly string[];
  /** All of the row goes; or these columns are emptied and the rest stays, for the reason given. */
  readonly erase: 'row' | { readonly empty: Readonly<Record<string, string | null>>; readonly stays: string };
}

const owned = (column: string) => (person: string) => sql`${sql.ref(column)} = ${person}`;
const through = (column: string, table: string) => (person: string) =>
  sql`${sql.ref(column)} IN (SELECT id FROM ${sql.table(table)} WHERE person = ${person})`;

/** The first link goes to an address before there is a person; it is theirs by the mails to it that came after. */
const toTheirAddresses = (person: string) => sql`person = ${person} OR person IS NULL AND address IN (
  SELECT lower(address) FROM outbox WHERE person = ${person} UNION SELECT address FROM person WHERE id = ${person})`;

/** What came to their addresses for tasks, and reports about mails to them. */
const ofTheirMails = (person: string) => sql`token IN (
  SELECT digest FROM mail_token WHERE person = ${person}
  UNION ALL SELECT return_digest FROM outbox WHERE (${toTheirAddresses(person)}) AND return_digest IS NOT NULL)`;

/** What was mailed or asked for has the address or the number of whose it is, as a text of JSON. */
const askedByThem = (person: string) => sql`EXISTS (SELECT 1 FROM person AS asker WHERE asker.id = ${person} AND (
  position(to_json(asker.id)::text IN value) > 0 OR position(to_json(asker.address)::text IN value) > 0))`;

const counts = 'so that counts stay right; nothing in it names you';

/**
 * Where a person is in the store. The one list for export, erasure and retention; a test holds it against every column of
 * the database, so that a new one is decided here first. In the order in which rows can be erased.
 */
export const personalData: readonly PersonalTable[] = [
  {
    ...{ table: 'submission_file', what: 'Files that you handed in', of: through('submission', 'submission') },
    ...{ shows: ['submission', 'ordinal', 'name', 'size', 'sha256', 'bytes'], erase: 'row' },
  },
  {
    ...{ table: 'machine_look', what: 'What the machine saw in it', of: through('submission', 'submission') },
    shows: ['submission', 'at', 'outcome', 'step', 'judged', 'alike_answer', 'alike_answered_at'],
    erase: { empty: { judged: '[]', alike_answer: '' }, stays: counts },
  },
  {
    ...{ table: 'likeness_sign', what: 'By what it would be found again', of: through('submission', 'submission') },
    ...{ shows: ['submission', 'kind', 'piece', 'signs'], erase: 'row' },
  },
  {
    ...{ table: 'likeness', what: 'What it is much like', of: through('submission', 'submission') },
    ...{ shows: ['submission', 'kind', 'piece', 'part', 'at'], erase: 'row' },
  },
  {
    ...{ table: 'likeness', what: 'What is much like it', of: through('other', 'submission') },
    ...{ shows: ['kind', 'other_piece', 'part', 'at'], erase: 'row' },
  },
  {
    ...{ table: 'task_nonce', what: 'Your marks for tasks', of: owned('person'), erase: 'row' },
    shows: ['task', 'turn', 'made_at'],
  },
  {
    ...{
      table: 'earlier_verdict',
      what: 'Answers that another mentor changed',
      of: through('submission', 'submission'),
    },
    ...{ shows: ['submission', 'outcome', 'answer', 'decided_at'], erase: { empty: { answer: '' }, stays: counts } },
  },
  {
    ...{ table: 'submission', what: 'What you handed in, and what was answered', of: owned('person') },
    shows: [
      ...['id', 'task', 'attempt', 'statement', 'via', 'received_at', 'late', 'state'],
      ...['decided_at', 'answer', 'override_reason'],
    ],
    erase: { empty: { statement: '', answer: '', override_reason: null, key: null, salt: '' }, stays: counts },
  },
  {
    ...{ table: 'application', what: 'Your applications', of: owned('person') },
    shows: [
      ...['id', 'term', 'state', 'started_at', 'sent_at', 'decided_at', 'withdrawn_at', 'words'],
      ...['availability', 'code_identity', 'disclosure', 'eligibility'],
    ],
    erase: {
      empty: { words: '', availability: '', code_identity: '', disclosure: '', eligibility: '{}' },
      stays: counts,
    },
  },
  {
    ...{ table: 'rating', what: 'What reviewers noted about you', of: through('application', 'application') },
    ...{ shows: ['application', 'value', 'note', 'flagged', 'at'], erase: { empty: { note: '' }, stays: counts } },
  },
  {
    ...{ table: 'rating', what: 'Notes that you wrote as a reviewer', of: owned('reviewer') },
    ...{ shows: ['application', 'value', 'note', 'at'], erase: { empty: { note: '' }, stays: counts } },
  },
  {
    ...{ table: 'batch_item', what: 'The mail with the decision on you', of: through('application', 'application') },
    shows: ['application', 'sentence', 'subject', 'text'],
    erase: { empty: { sentence: '', subject: '', text: '' }, stays: counts },
  },
  {
    ...{ table: 'invitation', what: 'To what you were invited', of: owned('person') },
    ...{ shows: ['term', 'role', 'at', 'until'], erase: 'row' },
  },
  {
    ...{ table: 'task_person', what: 'Why you got an extra task', of: owned('person') },
    ...{ shows: ['task', 'reason'], erase: { empty: { reason: '' }, stays: counts } },
  },
  {
    ...{ table: 'extension', what: 'Deadlines that were extended for you', of: owned('person') },
    ...{ shows: ['task', 'until', 'reason', 'at'], erase: { empty: { reason: '' }, stays: counts } },
  },
  {
    ...{ table: 'remark', what: 'Remarks that you keep as a mentor', of: owned('by') },
    ...{ shows: ['term', 'title', 'text', 'at'], erase: 'row' },
  },
  {
    ...{ table: 'subsystem_choice', what: 'Subsystems that you chose', of: owned('person') },
    ...{
      shows: ['term', 'name', 'chosen_at', 'dropped_at', 'reason'],
      erase: { empty: { reason: '' }, stays: counts },
    },
  },
  {
    ...{ table: 'course_progress', what: 'Your progress and notes in the course', of: owned('person') },
    ...{ shows: ['chapter', 'done_at', 'note'], erase: 'row' },
  },
  {
    ...{ table: 'question', what: 'What you asked, and the answers', of: owned('person') },
    ...{
      shows: ['term', 'text', 'asked_at', 'answered_at', 'answer'],
      erase: { empty: { text: '', answer: '', shared_as: null }, stays: counts },
    },
  },
  {
    ...{ table: 'mail_in', what: 'Mails from you, as they came', of: ofTheirMails, erase: 'row' },
    shows: ['received_at', 'state', 'because', 'raw'],
  },
  {
    ...{ table: 'outbox', what: 'Mails to you', of: toTheirAddresses, erase: 'row' },
    shows: ['kind', 'address', 'subject', 'text', 'state', 'created_at', 'answered_at'],
  },
  {
    ...{ table: 'mail_wish', what: 'Which mails you want', of: owned('person'), erase: 'row' },
    shows: ['kind', 'wish', 'set_at'],
  },
  {
    ...{ table: 'mail_stop', what: 'Your address, where it took no mail', of: owned('person'), erase: 'row' },
    shows: ['address', 'because', 'stopped_at'],
  },
  {
    ...{ table: 'mail_token', what: 'Your addresses for tasks', of: owned('person'), erase: 'row' },
    shows: ['task', 'made_at', 'until', 'ended_at'],
  },
  {
    ...{ table: 'mail_answer', what: 'When you last had an automatic answer', of: owned('person'), erase: 'row' },
    shows: ['answered_at'],
  },
  {
    ...{ table: 'session', what: 'Where you are signed in', of: owned('person'), erase: 'row' },
    shows: ['level', 'user_agent', 'created_at', 'updated_at', 'expires_at'],
  },
  {
    ...{ table: 'passkey', what: 'Your passkeys', of: owned('person'), erase: 'row' },
    shows: ['name', 'transports', 'created_at', 'last_used_at'],
  },
  {
    ...{ table: 'api_token', what: 'Your tokens for programs', of: owned('person'), erase: 'row' },
    shows: ['name', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'ended_at'],
  },
  {
    ...{ table: 'security_event', what: 'How you came in, and what was refused', of: owned('person'), erase: 'row' },
    shows: ['event', 'what', 'browser', 'at', 'last_at', 'times'],
  },
  {
    ...{ table: 'sign_in_account', what: 'Accounts elsewhere', of: owned('person'), erase: 'row' },
    shows: ['provider_id', 'created_at'],
  },
  {
    ...{ table: 'sign_in_verification', what: 'Links that were not used yet', of: askedByThem, erase: 'row' },
    shows: ['created_at', 'expires_at'],
  },
  {
    ...{ table: 'conflict_of_interest', what: 'Mentors who leave you to others', of: owned('person'), erase: 'row' },
    shows: ['term', 'at'],
  },
  {
    ...{ table: 'conflict_of_interest', what: 'People whom you leave to others', of: owned('mentor'), erase: 'row' },
    shows: ['term', 'at'],
  },
  {
    ...{ table: 'membership', what: 'Your roles', of: owned('person'), shows: ['term', 'role', 'given_at'] },
    erase: { empty: {}, stays: 'so that the log of decisions can be read; only a number stands in it' },
  },
  {
    ...{ table: 'person', what: 'Your account', of: owned('id') },
    shows: ['id', 'address', 'name', 'zone', 'address_proven', 'created_at', 'updated_at', 'frozen_at'],
    erase: {
      empty: { address: null, name: 'erased', zone: 'UTC', image: null },
      stays: 'a number without a name, so that the log of decisions still verifies',
    },
  },
];

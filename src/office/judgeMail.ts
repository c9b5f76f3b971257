import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Selectable } from 'kysely';
import type { Letterhead } from '../core/programme/mail/letter.ts';
import { mailRefusedMail } from '../core/programme/mail/mailRefusedMail.ts';
import { howToMend } from '../core/programme/mailIn/howToMend.ts';
import { judgeSentMail, type MailVerdict } from '../core/programme/mailIn/judgeSentMail.ts';
import type { ReadMail, SentFile } from '../core/programme/mailIn/sentMail.ts';
import type { MailInState, MailInTable } from '../edge/db/mailTables.ts';
import type { MailOffice, Trx } from './mailOffice.ts';
import { noteBounce } from './noteBounce.ts';
import { putMail } from './putMail.ts';

/** A submission that came by mail. */
export interface MailedSubmission {
  readonly person: string;
  readonly task: string;
  readonly statement: string;
  readonly files: readonly SentFile[];
  /** The row of `mail_in` that has its bytes. */
  readonly mail: string;
  readonly subject: string;
  readonly messageId?: string;
  readonly receivedAt: Date;
}

/** What the rooms of tasks and people do for a mail; each in the transaction that notes what became of it. */
export interface MailHooks {
  /** Keeps it as an attempt, acknowledges it, puts it into the queue; or says in a sentence why not. */
  keepSubmission(
    trx: Trx,
    submission: MailedSubmission,
  ): Promise<
    { readonly kind: 'kept'; readonly submission: string } | { readonly kind: 'refused'; readonly because: string }
  >;
  /** Where a person is registered, for an answer; undefined for one who is gone. */
  recipientOf(trx: Trx, person: string): Promise<{ readonly address: string; readonly head: Letterhead } | undefined>;
}

type Judge = Pick<MailOffice, 'db' | 'now' | 'newId' | 'mailReader' | 'mailSettings'>;
type MailRow = Selectable<MailInTable>;

/** So often a mail is looked into before it is left to a person. */
const MOST_TRIES = 5;

/** Reads a kept mail and does what it asks for, once: two who look into it at the same time do it one after the other. */
export const judgeMail = async (office: Judge, id: string, hooks: MailHooks): Promise<void> => {
  const row = await beginTry(office, id);
  if (!row) return;
  const read = await office.mailReader.read(row.raw);
  const own = await ownMail(office, read);
  const { purpose, envelope_from: envelopeFrom } = row;
  const verdict = judgeSentMail({ mail: read, purpose, envelopeFrom, isOwn: () => own });
  await office.db.transaction().execute(async (trx) => {
    const held = await trx.selectFrom('mail_in').select('state').where('id', '=', id).forUpdate().executeTakeFirst();
    if (held?.state === 'received') await carryOut(trx, office, { row, read, verdict, hooks });
  });
};

/** Counted before anything can go wrong with it, so that one that always does is given up. */
const beginTry = async ({ db, now }: Judge, id: string): Promise<MailRow | undefined> => {
  const row = await db
    .updateTable('mail_in')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'received')
    .returningAll()
    .executeTakeFirst();
  if (!row || row.tries <= MOST_TRIES) return row;
  const set = { state: 'failed', because: 'looked into too often', judged_at: now() } as const;
  await db.updateTable('mail_in').set(set).where('id', '=', id).where('state', '=', 'received').execute();
  return undefined;
};

const ownMail = async ({ db, mailSettings }: Judge, read: ReadMail): Promise<boolean> => {
  if (read.kind !== 'read') return false;
  const { from, messageId } = read.mail;
  if (from.kind === 'one' && from.address.toLowerCase() === mailSettings.from.toLowerCase()) return true;
  if (messageId === undefined) return false;
  const found = await db.selectFrom('outbox').select('id').where('message_id', '=', messageId).executeTakeFirst();
  return found !== undefined;
};

interface Judged {
  readonly row: MailRow;
  readonly read: ReadMail;
  readonly verdict: MailVerdict;
  readonly hooks: MailHooks;
}

const carryOut = async (trx: Trx, office: Judge, judged: Judged): Promise<void> => {
  const { row, read, verdict, hooks } = judged;
  const note = async (
    state: MailInState,
    because: string,
    more: { message_key?: string; submission?: string } = {},
  ) => {
    const set = { state, because, judged_at: office.now(), ...more };
    await trx.updateTable('mail_in').set(set).where('id', '=', row.id).execute();
  };
  if (verdict.kind === 'ignored') return note('ignored', verdict.because);
  if (verdict.kind === 'bounce') {
    await noteBounce(trx, office, { digest: row.token, status: verdict.status });
    return note('bounce', verdict.status);
  }
  const owner = await ownerOf(trx, row.token);
  if (!owner) return note('failed', 'its address is nobody’s any more');
  const { person, task } = owner;
  if (verdict.kind === 'refused') {
    await answerOnce(trx, office, { person, judged, ...howToMend(verdict.because) });
    return note('refused', verdict.because);
  }
  const message_key = keyOf(row, read);
  const before = await submittedAs(trx, row.token, message_key);
  if (before !== undefined) return note('duplicate', '', { message_key, submission: before });
  const kept = await hooks.keepSubmission(trx, {
    person,
    task,
    statement: verdict.statement,
    files: verdict.files,
    mail: row.id,
    receivedAt: row.received_at,
    subject: subjectOf(read),
    ...(read.kind === 'read' && read.mail.messageId !== undefined && { messageId: read.mail.messageId }),
  });
  if (kept.kind === 'kept') return note('submitted', '', { message_key, submission: kept.submission });
  await answerOnce(trx, office, { person, judged, because: kept.because, howToMend: [] });
  return note('refused', kept.because);
};

/** Holds the address, so that two mails to it are taken one after the other and none of them twice. */
const ownerOf = async (trx: Trx, digest: string) =>
  trx.selectFrom('mail_token').select(['person', 'task']).where('digest', '=', digest).forUpdate().executeTakeFirst();

const submittedAs = async (trx: Trx, token: string, message_key: string): Promise<string | undefined> => {
  const found = await trx
    .selectFrom('mail_in')
    .select('submission')
    .where('token', '=', token)
    .where('message_key', '=', message_key)
    .where('state', '=', 'submitted')
    .executeTakeFirst();
  return found?.submission ?? undefined;
};

const keyOf = ({ raw }: MailRow, read: ReadMail): string =>
  (read.kind === 'read' ? read.mail.messageId : undefined) ?? `sha256:${bytesToHex(sha256(raw))}`;

const subjectOf = (read: ReadMail): string => (read.kind === 'read' ? read.mail.subject : '');

const ANSWERS_APART = 60 * 60_000;

/** One automatic answer an hour to a person, at the address where they are registered, wherever the mail came from. */
const answerOnce = async (
  trx: Trx,
  office: Judge,
  {
    person,
    judged,
    ...words
  }: {
    readonly person: string;
    readonly judged: Judged;
    readonly because: string;
    readonly howToMend: readonly string[];
  },
): Promise<void> => {
  const recipient = await judged.hooks.recipientOf(trx, person);
  if (!recipient) return;
  const answered_at = office.now();
  const may = await trx
    .insertInto('mail_answer')
    .values({ person, answered_at })
    .onConflict((conflict) =>
      conflict
        .column('person')
        .doUpdateSet({ answered_at })
        .where('mail_answer.answered_at', '<=', new Date(answered_at.getTime() - ANSWERS_APART)),
    )
    .returning('person')
    .executeTakeFirst();
  if (!may) return;
  await putMail(trx, office, {
    person,
    to: { address: recipient.address, name: recipient.head.name },
    kind: 'mail-refused',
    mail: mailRefusedMail(recipient.head, { subject: subjectOf(judged.read), ...words }),
    key: `mail-refused:${judged.row.id}`,
  });
};

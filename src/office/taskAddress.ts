import {
  type MailPurpose,
  mailAddressOf,
  mailTokenDigest,
  readMailAddress,
  secretToken,
} from '../core/programme/mailAddress.ts';
import type { MailOffice, Trx } from './mailOffice.ts';

/** The address at which one person's mails for one task arrive: the same each time it is asked for. */
export const taskAddress = async (
  trx: Trx,
  { now, mailSettings: { secret, domain } }: Pick<MailOffice, 'now' | 'mailSettings'>,
  { person, task, until = null }: { readonly person: string; readonly task: string; readonly until?: Date | null },
): Promise<string> => {
  const last = await trx
    .selectFrom('mail_token')
    .select(['turn', 'ended_at'])
    .where('person', '=', person)
    .where('task', '=', task)
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst();
  const turn = last === undefined ? 1 : last.turn + (last.ended_at === null ? 0 : 1);
  const token = secretToken(secret, 'task', person, task, String(turn));
  await trx
    .insertInto('mail_token')
    .values({ digest: mailTokenDigest(token), person, task, turn, made_at: now(), until, ended_at: null })
    .onConflict((conflict) => conflict.column('digest').doUpdateSet({ until }))
    .execute();
  return mailAddressOf('task', token, domain);
};

/** The address that was given out, as long as it takes mail; undefined before one was asked for. Writes nothing. */
export const knownTaskAddress = async (
  { db, now, mailSettings: { secret, domain } }: Pick<MailOffice, 'db' | 'now' | 'mailSettings'>,
  { person, task }: { readonly person: string; readonly task: string },
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('mail_token')
    .select('turn')
    .where('person', '=', person)
    .where('task', '=', task)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', now())]))
    .orderBy('turn', 'desc')
    .executeTakeFirst();
  return row && mailAddressOf('task', secretToken(secret, 'task', person, task, String(row.turn)), domain);
};

/** Ends an address that others have seen: the next one asked for is another. */
export const endTaskAddress = async (
  trx: Trx,
  { now }: Pick<MailOffice, 'now'>,
  { person, task }: { readonly person: string; readonly task: string },
): Promise<void> => {
  await trx
    .updateTable('mail_token')
    .set({ ended_at: now() })
    .where('person', '=', person)
    .where('task', '=', task)
    .where('ended_at', 'is', null)
    .execute();
};

/** Whether an address was given out and still takes mail: the door's question. */
export const knowsMailAddress = async (
  { db, now, mailSettings: { domain } }: Pick<MailOffice, 'db' | 'now' | 'mailSettings'>,
  address: string,
): Promise<boolean> => {
  const read = readMailAddress(address, domain);
  if (!read) return false;
  const digest = mailTokenDigest(read.token);
  return (await QUESTIONS[read.purpose](db, digest, now())) !== undefined;
};

const QUESTIONS: {
  readonly [Purpose in MailPurpose]: (db: MailOffice['db'], digest: string, now: Date) => Promise<unknown>;
} = {
  task: async (db, digest, now) =>
    db
      .selectFrom('mail_token')
      .select('digest')
      .where('digest', '=', digest)
      .where('ended_at', 'is', null)
      .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
      .executeTakeFirst(),
  round: async (db, digest) =>
    db.selectFrom('mail_round').select('digest').where('digest', '=', digest).executeTakeFirst(),
  bounce: async (db, digest) =>
    db.selectFrom('outbox').select('id').where('return_digest', '=', digest).executeTakeFirst(),
};

import type { Selectable } from 'kysely';
import { afterAnswer } from '../core/programme/mail/afterAnswer.ts';
import type { Answered, MailOut } from '../core/programme/mail/mailOut.ts';
import { mailAddressOf, secretToken } from '../core/programme/mailAddress.ts';
import { Trouble } from '../core/trouble.ts';
import type { OutboxTable } from '../edge/db/mailTables.ts';
import type { MailOffice, MailSettings, Trx } from './mailOffice.ts';

type Sender = Pick<MailOffice, 'db' | 'now' | 'mailer' | 'mailSettings'>;
type OutboxRow = Selectable<OutboxTable>;

/** After so long without an answer, in ms, whoever offered a mail has died over it; longer than any conversation. */
const LEASE = 10 * 60_000;

/**
 * Sends what is due until nothing is, several at once: each mail is noted as offered before the conversation and with its
 * answer after it. One whose answer was never noted is offered again under the same Message-ID, and is in doubt.
 */
export const sendMails = async (
  office: Sender,
  { lanes = 4, most = 1000 }: { readonly lanes?: number; readonly most?: number } = {},
): Promise<{ readonly offered: number }> => {
  await stopOutdated(office);
  let offered = 0;
  const lane = async (): Promise<void> => {
    while (offered < most) {
      offered++;
      const mail = await takeMail(office);
      if (mail) await offerMail(office, mail);
      else return void offered--;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { offered };
};

const offerMail = async (office: Sender, mail: OutboxRow): Promise<void> => {
  const answer = await answerTo(office, mail);
  const now = office.now();
  const after = afterAnswer(answer, { tries: mail.tries, createdAt: mail.created_at }, now);
  if (!after.stopsAddress) return void (await noteAnswer(office.db, now, mail, answer.response, after));
  await office.db.transaction().execute(async (trx) => {
    if (await noteAnswer(trx, now, mail, answer.response, after)) await stopAddress(trx, now, mail, answer.response);
  });
};

/** The next mail that is due, noted as offered; nobody else has it for as long as the lease lasts. One question for each. */
const takeMail = async ({ db, now: clock }: Sender): Promise<OutboxRow | undefined> => {
  const now = clock();
  const lapsed = new Date(now.getTime() - LEASE);
  return db
    .updateTable('outbox')
    .set((set) => ({
      state: 'offered',
      offered_at: now,
      tries: set('tries', '+', 1),
      // What stands there is of before this offer.
      doubted_at: set.case().when('state', '=', 'offered').then(now).else(set.ref('doubted_at')).end(),
    }))
    .where('id', '=', (from) =>
      from
        .selectFrom('outbox')
        .select('id')
        .where((where) =>
          where.or([
            where.and([
              where('state', '=', 'waiting'),
              where('next_at', '<=', now),
              where.or([where('until', 'is', null), where('until', '>', now)]),
            ]),
            where.and([where('state', '=', 'offered'), where('offered_at', '<=', lapsed)]),
          ]),
        )
        // Who waits for a link to sign in sits before a page.
        .orderBy((order) => order.case().when('kind', '=', 'sign-in').then(0).else(1).end())
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
};

const stopOutdated = async ({ db, now: clock }: Sender): Promise<void> => {
  const now = clock();
  await db
    .updateTable('outbox')
    .set({ state: 'stopped', response: 'out of date', text: '' })
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .where('until', '<=', now)
    .execute();
};

const answerTo = async ({ mailer, mailSettings }: Sender, row: OutboxRow): Promise<Answered> => {
  try {
    return await mailer.send(mailOf(row, mailSettings));
  } catch (error) {
    // A mail that no mailer may say: offering it again would change nothing.
    if (error instanceof Trouble) return { kind: 'rejected', of: 'mail', response: error.words.what };
    throw error;
  }
};

const mailOf = (row: OutboxRow, { domain, secret }: MailSettings): MailOut => ({
  to: { address: row.address, name: row.name },
  subject: row.subject,
  text: row.text,
  messageId: row.message_id,
  date: row.created_at,
  ...(row.return_digest !== null && {
    returnPath: mailAddressOf('bounce', secretToken(secret, 'bounce', row.id), domain),
  }),
});

/** Whether it was ours to note. */
const noteAnswer = async (
  db: Sender['db'],
  now: Date,
  mail: OutboxRow,
  response: string,
  after: ReturnType<typeof afterAnswer>,
): Promise<boolean> => {
  const noted = await db
    .updateTable('outbox')
    .set({
      state: after.state,
      response,
      answered_at: now,
      ...(after.nextAt && { next_at: after.nextAt }),
      ...(after.isDoubted && { doubted_at: now }),
      // A link that lets somebody in is nothing to keep once it is on its way.
      ...(mail.kind === 'sign-in' && after.state !== 'waiting' && { text: '' }),
    })
    .where('id', '=', mail.id)
    .where('state', '=', 'offered')
    .where('tries', '=', mail.tries) // somebody else offers it by now: theirs is the answer that counts
    .executeTakeFirst();
  return noted.numUpdatedRows === 1n;
};

const stopAddress = async (trx: Trx, now: Date, mail: OutboxRow, because: string): Promise<void> => {
  await trx
    .insertInto('mail_stop')
    .values({ address: mail.address.toLowerCase(), person: mail.person, because, stopped_at: now })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ stopped_at: now, because }))
    .execute();
};

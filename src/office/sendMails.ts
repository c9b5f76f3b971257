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
  await office.db.transaction().execute(async (trx) => noteAnswer(trx, office.now(), mail, answer));
};

/** The next mail that is due, noted as offered; nobody else has it for as long as the lease lasts. */
const takeMail = async ({ db, now: clock }: Sender): Promise<OutboxRow | undefined> =>
  db.transaction().execute(async (trx) => {
    const now = clock();
    await stopOutdated(trx, now);
    const lapsed = new Date(now.getTime() - LEASE);
    const due = await trx
      .selectFrom('outbox')
      .select(['id', 'state'])
      .where((where) =>
        where.or([
          where.and([where('state', '=', 'waiting'), where('next_at', '<=', now)]),
          where.and([where('state', '=', 'offered'), where('offered_at', '<=', lapsed)]),
        ]),
      )
      // Who waits for a link to sign in sits before a page.
      .orderBy((order) => order.case().when('kind', '=', 'sign-in').then(0).else(1).end())
      .orderBy('next_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!due) return undefined;
    return trx
      .updateTable('outbox')
      .set((set) => ({
        state: 'offered',
        offered_at: now,
        tries: set('tries', '+', 1),
        ...(due.state === 'offered' && { doubted_at: now }),
      }))
      .where('id', '=', due.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });

const stopOutdated = async (trx: Trx, now: Date): Promise<void> => {
  await trx
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

const noteAnswer = async (trx: Trx, now: Date, mail: OutboxRow, answer: Answered): Promise<void> => {
  const after = afterAnswer(answer, { tries: mail.tries, createdAt: mail.created_at }, now);
  const noted = await trx
    .updateTable('outbox')
    .set({
      state: after.state,
      response: answer.response,
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
  if (noted.numUpdatedRows === 0n || !after.stopsAddress) return;
  await trx
    .insertInto('mail_stop')
    .values({ address: mail.address.toLowerCase(), person: mail.person, because: answer.response, stopped_at: now })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ stopped_at: now, because: answer.response }))
    .execute();
};

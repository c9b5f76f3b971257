import type { MailText } from '../core/programme/mail/letter.ts';
import type { MailKind } from '../core/programme/mail/mailKind.ts';
import { checkMailOut } from '../core/programme/mail/mailOut.ts';
import { type MailPlan, planMail } from '../core/programme/mail/planMail.ts';
import { mailTokenDigest, secretToken } from '../core/programme/mailAddress.ts';
import type { MailOffice, Trx } from './mailOffice.ts';

/** A mail to be sent once what it tells about is committed. */
export interface PutMail {
  /** None for somebody who is no person here yet (an invitation). */
  readonly person?: string;
  /** The registered address and name, as they are now. */
  readonly to: { readonly address: string; readonly name: string };
  readonly kind: MailKind;
  readonly mail: MailText;
  /** Of the event that it tells about: `decision:ID`. The same key is never put twice. */
  readonly key: string;
  /** After that it is not sent any more. */
  readonly until?: Date;
}

export type Put =
  | { readonly kind: 'put'; readonly id: string; readonly plan: MailPlan }
  | { readonly kind: 'put before' };

/** Puts a mail into the outbox, in the transaction of what it tells about. A mail not wanted is put too, and stopped. */
export const putMail = async (
  trx: Trx,
  office: Pick<MailOffice, 'now' | 'newId' | 'mailSettings'>,
  order: PutMail,
): Promise<Put> => {
  const now = office.now();
  const id = office.newId();
  const { domain, hasDoor, secret } = office.mailSettings;
  const messageId = `${id}@${domain}`;
  checkMailOut({ to: order.to, ...order.mail, messageId, date: now });
  const plan = planMail({ kind: order.kind, ...(await wishOf(trx, order)) }, now);
  const put = await trx
    .insertInto('outbox')
    .values({
      id,
      person: order.person ?? null,
      address: order.to.address,
      name: order.to.name,
      kind: order.kind,
      subject: order.mail.subject,
      text: order.mail.text,
      message_id: messageId,
      put_key: order.key,
      return_digest: hasDoor ? mailTokenDigest(secretToken(secret, 'bounce', id)) : null,
      state: STATES[plan.kind],
      tries: 0,
      created_at: now,
      next_at: plan.kind === 'gather' ? plan.until : now,
      until: order.until ?? null,
      offered_at: null,
      answered_at: null,
      doubted_at: null,
      response: plan.kind === 'stop' ? plan.because : '',
    })
    .onConflict((conflict) => conflict.column('put_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return put ? { kind: 'put', id, plan } : { kind: 'put before' };
};

const STATES = { send: 'waiting', gather: 'gathering', stop: 'stopped' } as const;

const wishOf = async (trx: Trx, { person, kind, to }: PutMail) => {
  const { stopped_at, wish } = await trx
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('mail_stop').select('stopped_at').where('address', '=', to.address.toLowerCase()).as('stopped_at'),
      selectFrom('mail_wish')
        .select('wish')
        .where('person', '=', person ?? '')
        .where('kind', '=', kind)
        .as('wish'),
    ])
    .executeTakeFirstOrThrow();
  return { wish: wish ?? ('wanted' as const), stoppedAt: stopped_at ?? undefined };
};

import type { Transaction } from 'kysely';
import type { Letterhead } from '../../core/programme/mail/letter.ts';
import { signInMail } from '../../core/programme/mail/signInMail.ts';
import { writeLetter } from '../../core/programme/mail/writeLetter.ts';
import { phaseOf } from '../../core/programme/termDates.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { putMail } from '../putMail.ts';
import { readTerms } from '../term/readTerms.ts';
import { noteSecurity } from './noteSecurity.ts';
import type { LinkMail, NoticeMail, SignInDesk } from './signInDesk.ts';

const MINUTES = 10;

/** What signing in asks of the rest of the programme: who may begin, mails through the outbox, and what is noted. */
export const signInMails = (
  office: Mailing,
): Pick<SignInDesk, 'mayStart' | 'sendLink' | 'sendNotice' | 'noteEvent' | 'rolesOf'> => ({
  mayStart: async () => {
    const now = office.now();
    return (await readTerms(office)).some((term) => term.isPublic && phaseOf(term, now) === 'open');
  },
  sendLink: async (mail) => sendLink(office, mail),
  sendNotice: async (mail) => sendNotice(office, mail),
  noteEvent: async (person, event, headers) => noteSecurity(office, person, event, headers),
  rolesOf: async (person) => {
    const rows = await office.db
      .selectFrom('membership')
      .select('role')
      .distinct()
      .where('person', '=', person)
      .execute();
    return rows.map(({ role }) => role);
  },
});

async function sendLink(office: Mailing, { address, person, url }: LinkMail): Promise<void> {
  const until = new Date(office.now().getTime() + MINUTES * 60_000);
  const head = await headOf(office, person, address);
  const mail = signInMail(head, { link: url, until });
  await office.db.transaction().execute(async (trx) => {
    const order = { kind: 'sign-in', mail, key: `sign-in:${office.newId()}`, until } as const;
    // To the address that was given: a new one is proven by this very mail.
    await putMail(trx, office, {
      ...order,
      ...(person === undefined ? {} : { person }),
      to: { address, name: head.name },
    });
  });
}

const notices: Readonly<Record<NoticeMail['kind'], { readonly subject: string; readonly said: string }>> = {
  'new address asked for': {
    subject: 'Your address is about to change',
    said: 'Somebody who is signed in as you asked to use another address from now on.',
  },
  'address changed': {
    subject: 'Your address was changed',
    said: 'From now on you sign in with another address, and mails go there. All other sessions have ended.',
  },
  'passkey added': { subject: 'A passkey was added', said: 'A passkey was added to your account.' },
  'passkey removed': { subject: 'A passkey was removed', said: 'A passkey was removed from your account.' },
};

async function sendNotice(office: Mailing, { kind, address, person }: NoticeMail): Promise<void> {
  const { subject, said } = notices[kind];
  const head = await headOf(office, person, address);
  const doubt = `If it was not you, end all sessions and look at your passkeys: ${office.address}/me/sessions`;
  const mail = writeLetter(head, 'sign-in', { subject, paragraphs: [said, doubt] });
  await office.db.transaction().execute(async (trx) => {
    const order = { person, kind: 'sign-in', mail, key: `notice:${office.newId()}` } as const;
    if (kind === 'new address asked for' || kind === 'address changed') {
      await putMail(trx, office, { ...order, to: { address, name: head.name } });
    } else await mailPerson(trx, office, order);
  });
}

/** A word to somebody about how they come in, beside the change that it tells about. */
export async function putNotice(
  trx: Transaction<Schema>,
  office: Mailing,
  person: string,
  words: { readonly subject: string; readonly paragraphs: readonly string[] },
): Promise<void> {
  const mail = writeLetter(await headOf({ ...office, db: trx }, person, ''), 'sign-in', words);
  await mailPerson(trx, office, { person, kind: 'sign-in', mail, key: `notice:${office.newId()}` });
}

async function headOf(office: Mailing, person: string | undefined, address: string): Promise<Letterhead> {
  const { db } = office;
  const [row, programme] = await Promise.all([
    db
      .selectFrom('person')
      .select(['name', 'zone'])
      .where('id', '=', person ?? '')
      .executeTakeFirst(),
    db.selectFrom('programme').select('name').orderBy('created_at', 'desc').executeTakeFirst(),
  ]);
  const known = { name: row?.name || (address.split('@')[0] ?? address), zone: row?.zone ?? 'UTC' };
  return letterheadOf(office, programme?.name ?? 'Patchling', known, office.now());
}

import { mailTokenDigest, readMailAddress } from '../core/programme/mailAddress.ts';
import type { DoorMail } from '../edge/mailDoor/openMailDoor.ts';
import { judgeMail, type MailHooks } from './judgeMail.ts';
import type { MailOffice } from './mailOffice.ts';
import { noteRound } from './sendRound.ts';

type Receiver = Pick<MailOffice, 'db' | 'now' | 'newId' | 'mailReader' | 'mailSettings'>;

/**
 * Keeps the bytes of a mail, one row for each of our addresses that it came to; then looks into it. It has arrived once
 * this returns: what fails after the keeping is done again by `judgeMails`. Throws where it could not be kept.
 */
export const receiveMail = async (office: Receiver, mail: DoorMail, hooks: MailHooks): Promise<readonly string[]> => {
  const ids = await keepRaw(office, mail);
  await noteRounds(office, mail);
  for (const id of ids) await judgeMail(office, id, hooks).catch(() => {}); // it stays `received`
  return ids;
};

const keepRaw = async ({ db, newId, mailSettings }: Receiver, mail: DoorMail): Promise<string[]> => {
  const rows = mail.envelope.to.flatMap((address) => {
    const read = readMailAddress(address, mailSettings.domain);
    if (!read || read.purpose === 'round') return [];
    return [
      {
        id: newId(),
        purpose: read.purpose,
        token: mailTokenDigest(read.token),
        raw: mail.raw,
        envelope_from: mail.envelope.from.slice(0, 320),
        peer: mail.envelope.peer,
        received_at: mail.at,
        state: 'received' as const,
        because: '',
        tries: 0,
        judged_at: null,
        message_key: null,
        submission: null,
      },
    ];
  });
  if (rows.length > 0) await db.insertInto('mail_in').values(rows).execute();
  return rows.map(({ id }) => id);
};

const noteRounds = async (office: Receiver, { envelope }: DoorMail): Promise<void> => {
  for (const address of envelope.to) {
    const read = readMailAddress(address, office.mailSettings.domain);
    if (read?.purpose === 'round') await noteRound(office, mailTokenDigest(read.token));
  }
};

/** Looks into the mails that were kept and not looked into: after a crash, or where something failed. The oldest first. */
export const judgeMails = async (office: Receiver, hooks: MailHooks, most = 100): Promise<number> => {
  const rows = await office.db
    .selectFrom('mail_in')
    .select('id')
    .where('state', '=', 'received')
    .orderBy('received_at')
    .limit(most)
    .execute();
  for (const { id } of rows) await judgeMail(office, id, hooks).catch(() => {});
  return rows.length;
};

import type { Transaction } from 'kysely';
import type { MailKind } from '../core/programme/mail/mailKind.ts';
import { writeLetter } from '../core/programme/mail/writeLetter.ts';
import type { Schema } from '../edge/db/schema.ts';
import { letterheadOf } from './letterheadOf.ts';
import { type Mailing, mailPerson } from './mailPerson.ts';

/** Tells a person of a term something by mail: their name, the programme's and where to refuse such mails stand around it. */
export async function tellPerson(
  trx: Transaction<Schema>,
  office: Mailing,
  order: {
    readonly person: string;
    readonly term: string;
    readonly kind: MailKind;
    /** What it is about; with `kind` it is one mail, however often it is put. */
    readonly about: string;
    readonly subject: string;
    /** Paragraphs, an empty line between them. */
    readonly text: string;
  },
): Promise<void> {
  const { person, kind, about, subject, text } = order;
  const head = await trx
    .selectFrom('term')
    .innerJoin('programme', 'programme.id', 'term.programme')
    .innerJoin('person', (join) => join.on('person.id', '=', person))
    .select(['programme.name as programme', 'person.name', 'person.zone'])
    .where('term.id', '=', order.term)
    .executeTakeFirst();
  if (!head) return;
  const letterhead = letterheadOf(office, head.programme, head, office.now());
  const mail = writeLetter(letterhead, kind, { subject, paragraphs: text.trim().split(/\n{2,}/) });
  await mailPerson(trx, office, { person, kind, mail, key: `${kind}:${about}` });
}

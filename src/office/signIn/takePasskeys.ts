import { type PasskeyReason, passkeyReasons } from '../../core/programme/passkeyReason.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { allowed, type Doer, doerId } from '../allowed.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { noteSecurity } from './noteSecurity.ts';
import { putNotice } from './signInMails.ts';

export interface ToTake {
  readonly person: string;
  /** Of whoever organises it; undefined for the server's keeper. */
  readonly term: string | undefined;
  readonly reason: PasskeyReason;
}

/**
 * Takes all passkeys of somebody who lost theirs, with every session: then a mailed link lets them register another. That it
 * is really they who asked, the organiser makes sure of; they are told by mail, in case it was not.
 */
export async function takePasskeys(
  office: Mailing,
  who: Doer,
  { person, term, reason }: ToTake,
): Promise<{ readonly kind: 'taken'; readonly passkeys: number } | Refused> {
  const permission = allowed(who, { do: 'take-passkey', term: term ?? '', person });
  if (!permission.may) return forbidden(permission);
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    let member = trx.selectFrom('person').select('address').where('id', '=', person).where('erased_at', 'is', null);
    if (who !== 'operator') {
      member = member.where('id', 'in', (one) =>
        one
          .selectFrom('membership')
          .select('person')
          .where('term', '=', term ?? ''),
      );
    }
    const there = await member.forUpdate().executeTakeFirst();
    if (!there) return refused('There is no such person in this term.');
    const gone = await trx.deleteFrom('passkey').where('person', '=', person).executeTakeFirst();
    const passkeys = Number(gone.numDeletedRows);
    if (passkeys === 0) return refused('They have no passkey here: a link lets them register one.');
    // Sessions of a link, too: whoever took the device may have one open.
    await trx.deleteFrom('session').where('person', '=', person).execute();
    await appendFact(trx, {
      ...{ kind: 'passkeys-taken', at, by: doerId(who), about: person, term: term ?? null, reason, passkeys },
    });
    await noteSecurity({ ...office, db: trx }, person, 'passkeys taken');
    const by = who === 'operator' ? 'The server’s keeper' : 'An organiser of your term';
    const said = `${by} took your passkeys away, because ${passkeyReasons[reason]}. All your sessions have ended. \
Sign in by a link, and register another passkey.`;
    const doubt = 'If you did not ask for it, answer at once to whoever organises your term.';
    await putNotice(trx, office, person, { subject: 'Your passkeys were taken away', paragraphs: [said, doubt] });
    return { kind: 'taken', passkeys } as const;
  });
}

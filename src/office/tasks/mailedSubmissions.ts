import { askerOf } from '../askerOf.ts';
import type { MailHooks } from '../judgeMail.ts';
import { letterheadOf } from '../letterheadOf.ts';
import type { Mailing } from '../mailPerson.ts';
import { refused } from '../office.ts';
import { waitingIn } from '../queue/waitingIn.ts';
import { submitIn } from './submitTask.ts';

/** What tasks and people do for a mail: it becomes an attempt, and its sender is answered at the registered address. */
export const mailedSubmissions = (office: Mailing): MailHooks => ({
  keepSubmission: async (trx, mailed) => {
    const task = await trx.selectFrom('task').select('term').where('id', '=', mailed.task).executeTakeFirst();
    if (!task) return refused('There is no such task.');
    const who = await askerOf({ db: trx }, mailed.person, 'link');
    const { person, statement, files, messageId, mail } = mailed;
    const received = await submitIn(trx, office, who, {
      ...{ person, term: task.term, task: mailed.task, via: 'mail', statement, files },
      ...{
        key: messageId === undefined ? `mail:${mail}` : `mail:${messageId}`,
        waiting: await waitingIn({ ...office, db: trx }, task.term),
      },
    });
    return received.kind === 'received' ? { kind: 'kept', submission: received.id } : received;
  },
  recipientOf: async (trx, person) => {
    const row = await trx
      .selectFrom('person')
      .leftJoin('membership', 'membership.person', 'person.id')
      .leftJoin('term', 'term.id', 'membership.term')
      .leftJoin('programme', 'programme.id', 'term.programme')
      .select(['person.address', 'person.name', 'person.zone', 'programme.name as programme'])
      .where('person.id', '=', person)
      .where('person.erased_at', 'is', null)
      .orderBy('membership.given_at', 'desc')
      .executeTakeFirst();
    if (!row?.address) return undefined;
    return { address: row.address, head: letterheadOf(office, row.programme ?? 'Patchling', row, office.now()) };
  },
});

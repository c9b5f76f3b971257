import { Hono } from 'hono';
import type { Server } from '../../src/cli/programme/openServer.ts';
import type { Role } from '../../src/core/programme/role.ts';
import type { Env, FrontDesk } from '../../src/web/office/frame/frontDesk.ts';
import { nothingHere } from '../../src/web/office/frame/troublePage.ts';

/** By the word in the address: which role, and what one sees. */
const roles: Readonly<Record<string, string>> = {
  mentor: 'a mentor’s queue',
  lead: 'a lead mentor: decide, where all are, the plan of tasks',
  organiser: 'the organiser: dates, words, people, mails, the log',
  reviewer: 'a reviewer’s pile',
  mentee: 'a mentee, some weeks in',
  declined: 'somebody who was not accepted',
};

const sought: Readonly<Record<string, { readonly role: Role; readonly state?: 'accepted' | 'declined' }>> = {
  mentor: { role: 'mentor' },
  lead: { role: 'lead mentor' },
  organiser: { role: 'organiser' },
  reviewer: { role: 'reviewer' },
  mentee: { role: 'mentee', state: 'accepted' },
  declined: { role: 'applicant', state: 'declined' },
};

/**
 * The way in of the demo, and of nothing else: whoever opens it is signed in as somebody made up. It is never part of a
 * server that people use.
 */
export const demoPage = (desk: FrontDesk, signIn: Server['signIn']): Hono<Env> =>
  new Hono<Env>().get('/demo/:role', async (c) => {
    const wanted = sought[c.req.param('role')];
    const person = wanted && (await somebody(desk, wanted));
    if (person === undefined) return nothingHere(c, desk);
    const passkey = await madeUpPasskey(desk, person);
    const begun = await signIn.beginWithPasskey(person, passkey, c.req.raw.headers);
    for (const cookie of begun.setCookies) c.header('set-cookie', cookie, { append: true });
    return c.redirect('/', 303);
  });
demoPage.roles = roles;

async function somebody(
  { office }: FrontDesk,
  { role, state }: { readonly role: Role; readonly state?: 'accepted' | 'declined' },
): Promise<string | undefined> {
  const found = office.db
    .selectFrom('membership')
    .leftJoin('application', (join) =>
      join.onRef('application.person', '=', 'membership.person').onRef('application.term', '=', 'membership.term'),
    )
    .select('membership.person')
    // The one with the most to look at: that is for a demo, and stands on no page.
    .leftJoin('submission', 'submission.person', 'membership.person')
    .where('membership.role', '=', role)
    .groupBy('membership.person')
    .orderBy(({ fn }) => fn.count('submission.id'), 'desc')
    .orderBy('membership.person');
  const row = await (state ? found.where('application.state', '=', state) : found).executeTakeFirst();
  return row?.person;
}

async function madeUpPasskey({ office }: FrontDesk, person: string): Promise<string> {
  const id = `demo-${person}`;
  await office.db
    .insertInto('passkey')
    .values({
      ...{ id, person, credential: id, public_key: Buffer.alloc(0), counter: 0, transports: [], name: 'demo' },
      ...{ created_at: office.now(), last_used_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

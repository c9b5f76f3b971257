import type { BatchDecision } from '../../src/core/programme/batch.ts';
import { confirmBatch } from '../../src/office/decide/confirmBatch.ts';
import { proposeBatch } from '../../src/office/decide/proposeBatch.ts';
import { assignReviewers } from '../../src/office/review/assignReviewers.ts';
import { listReview } from '../../src/office/review/listReview.ts';
import { rateApplication } from '../../src/office/review/rateApplication.ts';
import { atOnce } from './atOnce.ts';
import type { Random } from './createRandom.ts';
import type { MovedOffice } from './simulateTerm.ts';
import type { TermTeam } from './termTeam.ts';

const AT_ONCE = 200;

/** Each application is read by one reviewer; the lead mentors accept, put on the waiting list and decline, two at a time. */
export async function deciding(
  office: MovedOffice,
  { term, leads, reviewers }: TermTeam,
  { random, lanes, places }: { readonly random: Random; readonly lanes: number; readonly places: number },
): Promise<void> {
  const [lead, second] = leads;
  if (!lead || !second) throw new Error('two lead mentors are needed');
  const ids = reviewers.map(({ id = '' }) => id);
  await assignReviewers(office, lead, { term: term.id, reviewers: ids, each: 1, seed: 'term' });
  for (const reviewer of reviewers) {
    const pile = (await listReview(office, reviewer, { term: term.id })) ?? [];
    await atOnce(pile, lanes, async ({ application: id }) => {
      const value = random.of(['strong', 'good', 'good', 'unclear', 'weak'] as const);
      await rateApplication(office, reviewer, { application: id, value, note: '', flagged: false });
    });
  }
  const rows = await office.db
    .selectFrom('application')
    .select('id')
    .where('term', '=', term.id)
    .where('state', '=', 'sent')
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  // Whom it takes is drawn here: how lead mentors choose is theirs.
  const drawn = rows.map(({ id }) => ({ id, at: random.next() })).toSorted((one, other) => one.at - other.at);
  const shares: readonly (readonly [BatchDecision, number, number])[] = [
    ['accept', 0, places],
    ['put on the waiting list', places, places + Math.ceil(places / 5)],
    ['decline', places + Math.ceil(places / 5), drawn.length],
  ];
  for (const [decision, from, to] of shares) {
    for (let at = from; at < Math.min(to, drawn.length); at += AT_ONCE) {
      const some = drawn.slice(at, Math.min(to, at + AT_ONCE));
      const items = some.map(({ id }) => ({ application: id, sentence: sentences[decision] }));
      const proposed = await proposeBatch(office, lead, { term: term.id, decision, items });
      if (proposed.kind !== 'proposed') throw new Error(JSON.stringify(proposed));
      // Two press at the same moment: it is carried out once.
      await Promise.all([lead, second].map((who) => confirmBatch(office, who, { batch: proposed.id })));
    }
  }
}

const sentences: Readonly<Record<BatchDecision, string>> = {
  accept: 'We liked how you wrote down what did not work, too.',
  'put on the waiting list': 'Your tasks are good; a place may become free until the start.',
  decline: 'There were more people than we can answer; your boot log was read with pleasure.',
};

import { Hono } from 'hono';
import { queueLede, queueSentence } from '../../../core/programme/queueSentence.ts';
import { waitingQuestions } from '../../../office/course/readQuestion.ts';
import { listQueue, type QueueFilter } from '../../../office/queue/listQueue.ts';
import { nextSubmission } from '../../../office/queue/nextSubmission.ts';
import { readNeeds } from '../../../office/queue/readNeeds.ts';
import { setMost } from '../../../office/queue/setMost.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { queueHtml } from './queueHtml.ts';
import { textIn } from './textIn.ts';

/** A mentor's queue: what waits, oldest first; the filters are in the address. */
export const queuePage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/queue';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await termOf(c, desk);
      const { asker } = c.get('visit');
      const filter = filterIn(c.req.query());
      const queue = term && (await listQueue(desk.office, asker, { term: term.id, filter }));
      if (!term || !queue) return nothingHere(c, desk);
      const questions = await waitingQuestions(desk.office, asker, { term: term.id });
      const needs = await readNeeds(desk.office, asker, { term: term.id });
      const here = `${termAddress(term)}/queue`;
      return show(c, desk, {
        ...{ term, here, title: 'Queue', headline: queueSentence(queue.counts.free + questions.length) },
        lede: queueLede(queue.load, queue.waiting),
        body: queueHtml({ queue, questions, needs, filter, at: termAddress(term), now: desk.office.now() }),
      });
    })
    .post(`${at}/next`, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const task = textIn(await sentForm(c), 'task');
      const order = { term: term.id, task: task === '' ? undefined : task };
      const next = await nextSubmission(desk.office, c.get('visit').asker, order);
      if (next.kind === 'refused') return refusedPage(c, desk, next);
      const to = next.kind === 'taken' ? `submissions/${next.submission}` : 'queue';
      return c.redirect(`${termAddress(term)}/${to}`, 303);
    })
    .post(`${at}/most`, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await sentForm(c);
      const { asker } = c.get('visit');
      const mentor = textIn(form, 'mentor') || (asker.id ?? '');
      const set = await setMost(desk.office, asker, { term: term.id, mentor, most: Number(textIn(form, 'most')) });
      if (set.kind === 'refused') return refusedPage(c, desk, set);
      return c.redirect(`${termAddress(term)}/${mentor === asker.id ? 'queue' : 'plan'}`, 303);
    });
};

const filterIn = ({ show: shown, task }: Readonly<Record<string, string>>): QueueFilter => ({
  show: shown === 'taken' || shown === 'mine' ? shown : 'free',
  task: task === undefined || task === '' ? undefined : task,
});

import { Hono } from 'hono';
import { personalTrace } from '../../../core/evidence/personalTrace.ts';
import { answerLikeness } from '../../../office/evidence/answerLikeness.ts';
import { nonceOf, renewNonce } from '../../../office/evidence/nonceOf.ts';
import { evidenceOf } from '../../../office/evidence/setEvidence.ts';
import { readOwnTask } from '../../../office/tasks/readTasks.ts';
import { formText } from '../../parts/formText.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { attachment } from '../tasks/attachment.ts';

/** A person's own trace to decode, and another mark where others have seen theirs. */
export const evidencePage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/tasks/:slug';
  const { office } = desk;
  const owned = async (c: Page) => {
    const term = await termOf(c, desk);
    const slug = c.req.param('slug') ?? '';
    const { asker } = c.get('visit');
    const own = term && (await readOwnTask(office, asker, { term: term.id, slug }));
    if (!term || !own || asker.id === undefined) return undefined;
    return {
      back: `${termAddress(term)}/tasks/${slug}`,
      whose: { person: asker.id, task: own.standing.facts.task.id },
    };
  };
  return new Hono<Env>()
    .post(`${at}/mark`, async (c) => {
      const own = await owned(c);
      if (!own) return nothingHere(c, desk);
      await renewNonce(office, own.whose);
      return c.redirect(own.back, 303);
    })
    .post(`${at}/likeness`, async (c) => {
      const own = await owned(c);
      const form = own && (await sentForm(c));
      const order = form && { submission: formText(form, 'submission'), answer: formText(form, 'answer') };
      if (!own || !order || !(await answerLikeness(office, c.get('visit').asker, order))) return nothingHere(c, desk);
      return c.redirect(`${own.back}#likeness-${order.submission}`, 303);
    })
    .get(`${at}/trace`, async (c) => {
      const own = await owned(c);
      const evidence = own && (await evidenceOf(office, own.whose.task));
      const need = evidence?.needs.find((one) => one.kind === 'decoded trace');
      if (!own || need?.kind !== 'decoded trace') return nothingHere(c, desk);
      c.header('cache-control', 'no-store');
      const text = personalTrace(need.bank, await nonceOf(office, own.whose));
      return attachment({ name: 'trace.txt', bytes: new TextEncoder().encode(text) });
    });
};

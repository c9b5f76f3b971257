import { Hono } from 'hono';
import { endTaskAddress, taskAddress } from '../../../office/taskAddress.ts';
import { readOwnTask } from '../../../office/tasks/readTasks.ts';
import { formText } from '../../parts/formText.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';

/** Gives somebody an address for the mails of one task, or ends it. */
export const mailAddressPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>().post('/:programme/:term/tasks/:slug/address', async (c) => {
    const { office } = desk;
    const term = await termOf(c, desk);
    const slug = c.req.param('slug');
    const { asker } = c.get('visit');
    const own = term && (await readOwnTask(office, asker, { term: term.id, slug }));
    if (!own || !term || asker.id === undefined || !office.mailSettings.hasDoor) return nothingHere(c, desk);
    const whose = { person: asker.id, task: own.standing.facts.task.id };
    const isEnd = formText(await sentForm(c), 'deed') === 'end';
    await office.db.transaction().execute(async (trx) => {
      if (isEnd) await endTaskAddress(trx, office, whose);
      else await taskAddress(trx, office, whose);
    });
    return c.redirect(`${termAddress(term)}/tasks/${slug}#by-mail`, 303);
  });

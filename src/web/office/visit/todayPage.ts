import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { readTerms } from '../../../office/term/readTerms.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { todayFor } from '../tasks/todayFor.ts';
import { programmesHtml, programmesSentence } from './programmesHtml.ts';

/** The first page: for a visitor the programmes, for everybody else what is theirs to do. */
export const todayPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>().get('/', async (c) => {
    const { asker, person } = c.get('visit');
    const now = desk.office.now();
    const terms = (await readTerms(desk.office)).filter(
      ({ id, isPublic }) => mayDo(asker, { do: 'read-term', term: id, isPublic }).may,
    );
    const theirs = await todayFor(desk, c.get('visit'), terms);
    if (theirs) {
      const only = terms.filter(({ id }) => asker.roles.has(id));
      return show(c, desk, {
        ...{ ...theirs, here: '/', title: 'Today', term: only.length === 1 ? only[0] : undefined },
        body: html`${theirs.body}<h2>Programmes</h2>${programmesHtml(terms, person?.zone ?? 'UTC', now)}`,
      });
    }
    return show(c, desk, {
      ...{ here: '/', title: 'Programmes', headline: programmesSentence(terms, now) },
      lede: 'Apply, do the tasks in your own time, and be answered by people. What a machine can judge, it judges at once.',
      body: programmesHtml(terms, person?.zone ?? 'UTC', now),
    });
  });

import { Hono } from 'hono';
import { plural } from '../../../core/plural.ts';
import { changeTerm } from '../../../office/term/changeTerm.ts';
import { publishTerm } from '../../../office/term/publishTerm.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';
import { type ReadSettings, readSettings, settingsOf, type TypedSettings, typedIn } from './readSettings.ts';
import { settingsHtml } from './settingsHtml.ts';

const at = '/:programme/:term/organise';

/** Dates, places and questions of a term. */
export const settingsPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, async (c) => {
      const term = await organisingIn(c, desk);
      return term ? showSettings(c, desk, term, { typed: settingsOf(term) }) : nothingHere(c, desk);
    })
    .post(at, (c) => save(c, desk))
    .post(`${at}/publish`, async (c) => {
      const term = await organisingIn(c, desk);
      if (!term) return nothingHere(c, desk);
      const done = await publishTerm(desk.office, c.get('visit').asker, { term: term.id });
      if (done.kind === 'refused') return refusedPage(c, desk, done);
      return c.redirect(`${termAddress(term)}/organise`, 303);
    });

async function save(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await organisingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const typed = typedIn(await sentForm(c));
  const { settings, faults, twice } = readSettings(typed, term);
  if (!settings) return showSettings(c, desk, term, { typed, faults, twice });
  const revision = Number(typed.revision);
  const done = await changeTerm(desk.office, c.get('visit').asker, { term: term.id, revision, settings });
  if (done.kind === 'refused') return refusedPage(c, desk, done);
  if (done.kind === 'wrong') return showSettings(c, desk, term, { typed, problems: done.problems, twice });
  if (done.kind === 'overtaken') {
    const because =
      'Another organiser saved something since you opened this page. Look at what stands now, then save again.';
    return showSettings(c, desk, term, {
      typed: { ...typed, revision: String(term.revision) },
      problems: [because],
      twice,
    });
  }
  return c.redirect(`${termAddress(term)}/organise?told=${done.told}`, 303);
}

function showSettings(
  c: Page,
  desk: FrontDesk,
  term: Term,
  {
    typed,
    faults = [],
    problems = faults.map(({ says }) => says),
    twice = new Map(),
  }: {
    readonly typed: TypedSettings;
    readonly faults?: ReadSettings['faults'];
    readonly problems?: readonly string[];
    readonly twice?: ReadSettings['twice'];
  },
): Response | Promise<Response> {
  const here = `${termAddress(term)}/organise`;
  return showOrganise(c, desk, term, {
    ...{ sub: '', title: 'Organise', headline: `${term.programme.name}, ${term.name}`, problems },
    lede: 'What has passed stands; everything else can be changed, and whoever relies on it is told.',
    done: problems.length > 0 ? undefined : doneWords(c),
    body: settingsHtml({ term, here, typed, faults, twice, now: desk.office.now() }),
  });
}

const doneWords = (c: Page): string | undefined => {
  const told = c.req.query('told');
  if (told !== undefined) return toldWords(Number(told));
  return c.req.query('made') === '1' ? 'The term is there, and you organise it.' : undefined;
};

const toldWords = (told: number): string =>
  told > 0 ? `Saved. ${plural(told, 'person gets', 'people get')} a mail about it.` : 'Saved.';

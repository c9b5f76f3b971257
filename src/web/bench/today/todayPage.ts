import { Hono } from 'hono';
import { html } from 'hono/html';
import { workAtHand } from '../../../bench/workAtHand.ts';
import { isGoodToBegin, mayBeDrawn, type RankedSite } from '../../../core/finding/rankSite.ts';
import { placeOf } from '../../../core/finding/site.ts';
import { type Todo, todos } from '../../../core/journal/todos.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { fixMark, verdictMark } from '../../parts/verdictMark.ts';
import type { SiteBookState } from '../find/siteBook.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { failureNote } from '../frame/troublePage.ts';
import { siteAddress } from '../site/siteAddress.ts';
import { jobBox } from '../work/jobPage.ts';
import { todoWords } from './todoWords.ts';

/** `/`: what is the person's to do, computed from the facts. */
export const todayPage = (desk: Desk): Hono =>
  new Hono().get('/', async (c) => {
    const { drafts, contributions } = await workAtHand(desk.host, desk.tree.folder);
    const found = todos(drafts, contributions);
    const { found: scanned, ...scan } = desk.sites.look();
    const begun = new Set(drafts.flatMap((draft) => draft.sites.map(placeOf)));
    const sites = scanned?.sites.filter((site) => isForBeginning(site) && !begun.has(placeOf(site))) ?? [];
    const mine = found.filter((todo) => todoWords(todo).tone === 'yours').length;
    return show(c, desk, {
      here: '/',
      title: 'Today',
      headline: headline(mine, found.length),
      scripts: ['stream.js'],
      lede: lede(desk, mine),
      body: html`${
        found.length === 0
          ? nothing
          : html`<ol
class="card plain">${found.map(todoRow)}</ol>`
      }${beginWith(sites, found.length, scanned ? { ...scan, found: scanned } : scan)}`,
    });
  });

const isForBeginning = (site: RankedSite): boolean => mayBeDrawn(site) && isGoodToBegin(site);

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

const headline = (mine: number, all: number): string => {
  if (all === 0) return 'Begin with one place';
  if (mine === 0) return 'Nothing is yours to do';
  return `${NUMBERS[mine] ?? mine} ${mine === 1 ? 'thing is' : 'things are'} yours to do`;
};

const lede = ({ standing, tree }: Desk, mine: number): string => {
  const practice = standing.work === 'practice' ? ` ${tree.name} is for practice: mainline may have moved on.` : '';
  const first =
    mine === 0
      ? 'Choose a place in the code, say why it should change, and you have a first patch.'
      : 'Nothing is sent by itself, and nothing here has a deadline.';
  return first + practice;
};

const todoRow = (todo: Todo): Markup => {
  const { title, about, at, button, tone } = todoWords(todo);
  return html`<li class="row"><div class="words"><span>${verdictMark(tone, tone === 'yours' ? 'your turn' : 'to know')}</span>
<a class="whole" data-row href="${at}">${seen(title)}</a><span class="small soft">${seen(about)}</span></div>
<a class="button" href="${at}" tabindex="-1">${button}</a></li>\n`;
};

/** Three drawn for this person; while the first scan goes on, how far it has come. */
const beginWith = (sites: readonly RankedSite[], begun: number, { found, job, failure }: SiteBookState): Markup => {
  const heading = html`<h2>${begun === 0 ? 'Three to choose from' : 'When you want another'}</h2>`;
  if (job && !found) return html`${heading}${jobBox(job)}`;
  if (failure) return html`${heading}${failureNote(failure)}<p><a href="/find">Find</a> tries it again.</p>`;
  if (sites.length === 0) {
    return html`${heading}<p class="card pad">No place of this tree is ready for a first patch.
<a href="/find?fix=all">Find</a> has what was looked at.</p>`;
  }
  return html`${heading}<ol class="card plain">${sites.slice(0, 3).map(
    (site) => html`<li class="row"><div class="words"><a class="whole" data-row
href="${siteAddress(site)}">${seen(placeOf(site))}</a>
<code class="small">${seen(site.expression)}</code><span
class="small soft">${seen(site.subsystems[0] ?? 'no section of MAINTAINERS names it')}</span></div>
${fixMark(site.fix)}</li>\n`,
  )}</ol>
<p class="small soft">They are drawn for you: somebody else is given others, so that no maintainer gets the same patch twice.
<a href="/find">All places</a> · <a href="/map">the map</a> · <a href="/subsystems">which subsystem suits you</a></p>`;
};

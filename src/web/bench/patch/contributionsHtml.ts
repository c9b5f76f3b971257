import { html } from 'hono/html';
import type { ContributionLook, DraftLook, WorkLook } from '../../../bench/lookAtWork.ts';
import { capital } from '../../../core/capital.ts';
import { counted } from '../../../core/counted.ts';
import type { WorkStanding } from '../../../core/journal/workStanding.ts';
import { agoWords } from '../../parts/agoWords.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { type Tone, verdictMark } from '../../parts/verdictMark.ts';
import { contributionAddress, draftAddress } from './draftAddress.ts';

/** What a person has begun: drafts, and what was prepared of them. Pure. */
export const contributionsHtml = ({ drafts, contributions }: WorkLook, now: Date): Content => {
  const open = drafts.filter(({ preparedAs }) => preparedAs === undefined);
  const standings = [...open.map(({ standing }) => standing), ...contributions.flatMap(newestStanding)];
  const isNone = drafts.length + contributions.length === 0;
  return {
    title: 'Contributions',
    headline: isNone ? 'Nothing is begun yet' : headline(standings),
    lede: isNone
      ? 'What you begin stands here, from the first edit to the mails. Nothing is ever sent by itself.'
      : 'Nothing of this was sent: that is yours to do, after you have read every mail.',
    body: isNone
      ? html`<div class="card pad"><p>Look for a place that is worth changing: its edit is made for you, the reason is yours.</p>
<div class="buttons"><a class="button main" href="/find" data-row>Find a place</a></div></div>`
      : html`${list(
          'Prepared',
          contributions.map((one) => contributionRow(one, now)),
        )}
${list(
  'Drafts',
  drafts.toSorted((one, other) => urgency(one) - urgency(other)).map((one) => draftRow(one, now)),
)}`,
  };
};

const headline = (standings: readonly WorkStanding[]): string => {
  const yours = standings.filter(({ tone }) => tone === 'yours' || tone === 'fails').length;
  const unknown = standings.filter(({ tone }) => tone === 'unknown').length;
  if (yours > 0) return `${capital(counted(yours, 'thing'))} ${yours === 1 ? 'is' : 'are'} yours to do`;
  if (unknown > 0) return `${capital(counted(unknown, 'thing'))} ${unknown === 1 ? 'is' : 'are'} to be looked at`;
  return 'Nothing is yours to do';
};

/** What waits for the person stands first; of equals, what was worked on last. */
const urgency = ({ standing, preparedAs }: DraftLook): number =>
  preparedAs === undefined ? ['fails', 'yours', 'unknown'].indexOf(standing.tone) : 3;

const newestStanding = ({ versions }: ContributionLook): readonly WorkStanding[] =>
  versions.slice(-1).map(({ standing }) => standing);

const list = (title: string, rows: readonly Markup[]): Markup =>
  rows.length === 0 ? nothing : html`<h2>${title}</h2><ul class="card plain work">${rows}</ul>`;

interface Standing {
  readonly tone: Tone;
  readonly word: string;
}

const row = (standing: Standing, address: string, title: string, below: Markup): Markup =>
  html`<li class="row"><span class="state">${mark(standing)}</span>
<div class="words"><a class="whole" href="${address}" data-row>${seen(title)}</a>${below}</div></li>`;

const mark = ({ tone, word }: Standing): Markup => verdictMark(tone, word);

const contributionRow = ({ contribution, versions }: ContributionLook, now: Date): Markup => {
  const newest = versions.at(-1);
  if (!newest) return nothing;
  const { made, standing } = newest;
  const mails = counted(made.mails.length, 'mail');
  return row(
    standing,
    contributionAddress({ id: contribution.id }),
    made.title,
    html`<span class="small soft">v${made.version} · ${mails} · prepared ${agoWords(made.at, now)}</span>
<span class="small">${seen(standing.says)}</span>`,
  );
};

const draftRow = ({ id, draft, standing, preparedAs }: DraftLook, now: Date): Markup => {
  const { site, sites, at } = draft;
  const says =
    preparedAs === undefined
      ? seen(standing.says)
      : html`Went into <a href="${contributionAddress({ id: preparedAs })}">the series above</a>.`;
  const more = sites.length > 1 ? ` and ${counted(sites.length - 1, 'more place')}` : '';
  return row(
    preparedAs === undefined ? standing : { tone: 'holds', word: 'prepared' },
    draftAddress(id),
    draft.subject,
    html`<span class="small soft"><code>${seen(`${site.path}:${site.line}`)}</code>${more} · written ${agoWords(at, now)}</span>
<span class="small">${says}</span>`,
  );
};

import { html } from 'hono/html';
import { capital } from '../../../core/capital.ts';
import { counted } from '../../../core/counted.ts';
import type { Fact } from '../../../core/journal/fact.ts';
import { factWords } from '../../../core/journal/factWords.ts';
import type { JournalProblem } from '../../../core/journal/parseFacts.ts';
import { clockOf, type Day, dayName, type Entry } from '../../../core/journal/timeline.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import { factLink } from './factLink.ts';
import { journalAddress } from './journalAddress.ts';

export interface JournalView {
  /** Of this page, newest first. */
  readonly days: readonly Day[];
  readonly zone: string;
  /** Every kind that there is, with how often. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly kind?: string;
  readonly page: number;
  readonly pages: number;
  readonly problems: readonly JournalProblem[];
  /** Drafts that are open have a page: by the patch's path, its address. */
  readonly addresses: ReadonlyMap<string, string>;
  /** A note that was not taken, with why. */
  readonly refused?: { readonly words: string; readonly because: string };
}

/** What happened, as one would tell it. Pure. */
export const journalHtml = (view: JournalView): Content => ({
  title: 'Journal',
  headline: headline(view),
  lede: 'These are the facts as they were noted. None is changed or taken away, and none leaves this machine.',
  body: html`${noteForm(view)}${damage(view.problems)}${kindChips(view)}
${view.days.map((day) => dayHtml(day, view))}${pagesHtml(view)}`,
});

const headline = ({ kinds, kind, days }: JournalView): string => {
  const all = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return 'Nothing is noted yet';
  if (kind !== undefined) return days.length === 0 ? 'There is nothing of this kind' : (KINDS[kind] ?? kind);
  const last = days[0]?.date;
  return last === undefined ? 'What happened' : `What happened, up to ${dayName(last)}`;
};

const noteForm = ({
  refused,
}: JournalView): Markup => html`<form method="post" action="/journal/notes" class="card pad note-form">
<label for="words">A note of your own: what you read, asked or learnt</label>
${refused === undefined ? nothing : html`<p class="note fails" role="alert">${refused.because}</p>`}
<textarea id="words" name="words" rows="2" required maxlength="20000">${refused?.words ?? ''}</textarea>
<div class="buttons"><button>Write it down</button></div></form>`;

const damage = (problems: readonly JournalProblem[]): Markup =>
  problems.length === 0
    ? nothing
    : html`<div class="note"><p>${capital(counted(problems.length, 'line'))} of the journal cannot be read.
The file stays as it is.</p>
<ul>${problems.slice(0, 10).map(({ line, what }) => html`<li>line ${line}: ${seen(what)}</li>`)}</ul></div>`;

const KINDS: Readonly<Record<string, string>> = {
  'tree-chosen': 'Trees',
  'site-drawn': 'Places drawn',
  'patch-written': 'Patches written',
  'check-made': 'Checks',
  'rule-turned-off': 'Rules turned off',
  'tools-stated': 'Tools named',
  'version-made': 'Versions prepared',
  'changelog-written': 'Changelogs',
  'proposal-answered': 'Trailers',
  'note-written': 'Notes',
  dropped: 'Dropped',
} satisfies Readonly<Record<Fact['kind'], string>>;

const kindChips = ({ kinds, kind }: JournalView): Markup =>
  kinds.size < 2
    ? nothing
    : html`<nav aria-label="Kinds" class="no-print"><ul class="chips">
<li><a href="${journalAddress({})}"${kind === undefined ? html` aria-current="page"` : ''}>All</a></li>
${[...kinds].map(([one, count]) => {
  const here = one === kind ? html` aria-current="page"` : '';
  const name = html`${seen(KINDS[one] ?? one)} <span class="count">${count}</span>`;
  return html`<li><a href="${journalAddress({ kind: one })}"${here}>${name}</a></li>`;
})}
</ul></nav>`;

const dayHtml = ({ date, entries }: Day, view: JournalView): Markup => html`<section class="day">
<h2>${date === undefined ? 'Without a date' : dayName(date)}</h2>
<ol class="plain entries">${entries.map((entry) => entryHtml(entry, view))}</ol></section>`;

const entryHtml = (entry: Entry, { zone, addresses }: JournalView): Markup => {
  const time = entry.at === undefined ? nothing : html`<time datetime="${entry.at}">${clockOf(entry.at, zone)}</time>`;
  if (entry.kind === 'unknown') {
    const { kind, line } = entry.unknown;
    return html`<li>${time}<div>${verdictMark('unknown')} <code>${seen(kind)}</code>, which this version does not know
<span class="soft">(line ${line} of the journal)</span></div></li>`;
  }
  const { says, words, verdict, seen: found } = factWords(entry.fact);
  const link = factLink(entry.fact, addresses);
  const way = link ? html`<a class="no-print" href="${link.at}" data-row>${link.words}</a>` : nothing;
  return html`<li>${time}<div><p>${seen(says)} ${way}</p>
${verdict === undefined ? nothing : html`<p>${verdictMark(verdict)} <span class="soft">${seen(found ?? '')}</span></p>`}
${words === undefined ? nothing : html`<blockquote class="own-words">${seen(words)}</blockquote>`}</div></li>`;
};

const pagesHtml = ({ page, pages, kind }: JournalView): Markup => {
  if (pages < 2) return nothing;
  const at = (number: number): string => journalAddress({ ...(kind !== undefined && { kind }), page: number });
  return html`<nav class="pages" aria-label="Pages">
<span>${page > 1 ? html`<a href="${at(page - 1)}" rel="prev">Newer</a>` : nothing}</span>
<span class="soft small">page ${page} of ${pages}</span>
<span>${page < pages ? html`<a href="${at(page + 1)}" rel="next">Older</a>` : nothing}</span></nav>`;
};

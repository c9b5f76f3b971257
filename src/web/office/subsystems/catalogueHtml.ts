import { html } from 'hono/html';
import { cardsLike, glance, steepOf, steeps } from '../../../core/programme/keptCard.ts';
import { MOST_SUBSYSTEMS } from '../../../core/programme/mayChoose.ts';
import type { Catalogue } from '../../../office/subsystems/readCatalogue.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { SubsystemsView } from './subsystemsHtml.ts';

/** Everything that can be chosen, with what it is like where the keeper had a tree read; else a field for a name. */
export const catalogueHtml = (view: SubsystemsView, chosen: readonly string[]): Markup => {
  const { catalogue, at, zone, now } = view;
  const mayChoose = view.mayChoose && chosen.length < MOST_SUBSYSTEMS;
  const [first] = catalogue.cards;
  if (!first) {
    return mayChoose
      ? nameForm(
          at,
          catalogue.names.filter((name) => !chosen.includes(name)),
        )
      : nothing;
  }
  const shown = cardsLike(catalogue.cards, view.filter);
  return html`<h2>What there is</h2>
<p class="soft">Numbers of ${seen(first.tree)}, read ${instantHtml(first.madeAt, zone, now)}. A name leads to the
whole card; tick up to three to lay them side by side. <code>patchling subsystem</code> on your machine advises by your
hours and what you have.</p>
${chips(view)}
<form method="post" action="${at}/subsystems" id="choose"></form>
${shown.length === 0 ? html`<p class="soft">None is like this.</p>` : nothing}
<form action="${at}/subsystems"><ul class="card plain pick">${shown.map(
    (card) => html`<li class="row"><input type="checkbox" name="name" value="${card.name}"
aria-label="Lay ${seen(card.name)} beside others">
<div class="words"><a class="whole" data-row href="${cardAddress(at, card.name)}">${seen(card.name)}</a>
<span class="soft small">${seen(glance(card).join(' · '))}</span></div>
${
  mayChoose && !chosen.includes(card.name)
    ? html`<button form="choose" name="name" value="${card.name}">Choose<span class="hidden-words">
${seen(card.name)}</span></button>`
    : nothing
}</li>`,
  )}</ul>
${shown.length < 2 ? nothing : html`<p class="buttons"><button>Lay the ticked ones side by side</button></p>`}</form>`;
};

export interface CardFilter {
  /** Letters of a name. */
  readonly like: string;
  readonly steep: string | undefined;
}

const MANY = 12;

function chips({ catalogue: { cards }, filter, at }: SubsystemsView): Markup {
  const chip = (words: string, steep: string | undefined): Markup => {
    const asked = new URLSearchParams({ ...(filter.like !== '' && { like: filter.like }), ...(steep && { steep }) });
    const isHere = filter.steep === steep;
    return html`<li><a href="${at}/subsystems${asked.size > 0 ? `?${asked}` : ''}"${
      isHere ? html` aria-current="page"` : nothing
    }>${words}</a></li>`;
  };
  const kinds = steeps.flatMap((steep) => {
    const { length } = cards.filter((card) => steepOf(card) === steep);
    return length === 0 ? [] : [chip(`${steep[0]?.toUpperCase()}${steep.slice(1)} ${length}`, steep)];
  });
  return html`${
    cards.length > MANY
      ? html`<form action="${at}/subsystems" class="fields filter" role="search"><div class="narrow"><label
for="like">Name</label><input id="like" name="like" value="${filter.like}" autocomplete="off"></div>${
          filter.steep === undefined ? nothing : html`<input type="hidden" name="steep" value="${filter.steep}">`
        }<button>Look for it</button></form>`
      : nothing
  }${
    kinds.length < 2
      ? nothing
      : html`<ul class="chips" aria-label="How steep for a newcomer">${chip(`All ${cards.length}`, undefined)}${kinds}</ul>`
  }`;
}

/** A name that leads to its card, where there is one. */
export const nameOf = (name: string, at: string, { cards }: Catalogue): Markup =>
  cards.some((card) => card.name === name)
    ? html`<a href="${cardAddress(at, name)}">${seen(name)}</a>`
    : html`${seen(name)}`;

const cardAddress = (at: string, name: string): string =>
  `${at}/subsystems?${new URLSearchParams({ name: name.toWellFormed() })}`;

const nameForm = (
  at: string,
  names: readonly string[],
): Markup => html`<form method="post" action="${at}/subsystems" class="fields after">
<div><label for="name">A section of MAINTAINERS</label><input id="name" name="name" list="names" required autocomplete="off">
<datalist id="names">${names.map((name) => html`<option value="${name}"></option>`)}</datalist></div><button
class="main">Choose it</button></form>
<p class="soft">Begin typing for suggestions. <code>patchling subsystem</code> on your machine shows what each is like for a
newcomer, and advises which two fit your time.</p>`;

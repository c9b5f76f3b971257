import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import { startingNumber } from '../../../core/programme/numberWords.ts';
import type { Chosen } from '../../../office/subsystems/listChosen.ts';
import type { Catalogue } from '../../../office/subsystems/readCatalogue.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { nameOf } from './catalogueHtml.ts';

export const chosenSentence = ({ subsystems, without }: Chosen): string => {
  const { size } = new Set(subsystems.flatMap(({ people }) => people.map(({ name }) => name)));
  if (size === 0) return 'Nobody has chosen a subsystem yet';
  const have = `${startingNumber(size)} ${size === 1 ? 'mentee has' : 'mentees have'} chosen`;
  return without.length === 0 ? have : `${have}, ${without.length} not yet`;
};

/** For mentors: where mentees want to work, and who does not know yet. */
export const chosenHtml = (
  { subsystems, without }: Chosen,
  { catalogue, at }: { readonly catalogue: Catalogue; readonly at: string },
): Markup => html`${
  subsystems.length === 0
    ? nothing
    : html`<ul class="card plain">${subsystems.map(
        ({
          name,
          people,
        }) => html`<li class="row"><div class="words"><span class="whole">${nameOf(name, at, catalogue)}</span>
<span class="soft small">${seen(people.map((one) => one.name).join(', '))}</span></div>
<span class="soft small">${plural(people.length, 'mentee')}</span></li>`,
      )}</ul>`
}
${
  without.length === 0
    ? nothing
    : html`<h2>Not chosen yet</h2><p>${seen(without.join(', '))}</p><p class="soft">Whoever looks for one can lay cards side by
side; a word of yours helps more.</p>`
}`;

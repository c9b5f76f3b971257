import { html } from 'hono/html';
import type { ChosenTree } from '../../../bench/chooseTree.ts';
import type { TreeStanding } from '../../../core/tree/treeStanding.ts';
import { agoWords } from '../../parts/agoWords.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, seen } from '../../parts/markup.ts';
import type { OtherTree } from './showSettings.ts';

const HOW: Readonly<Record<ChosenTree['how'], string>> = {
  '--tree': 'named with --tree',
  PATCHLING_TREE: 'named by PATCHLING_TREE',
  here: 'the folder that the program was started in lies in it',
  'last used': 'the one used last',
};

/** The tree that these pages work on, and how it came to be that one. */
export const treeHtml = ({ folder, name, how }: ChosenTree, { because }: TreeStanding): Markup => html`
<dl class="card facts pad rows">
<dt>tree</dt><dd>${seen(name)}<div class="soft small"><code>${seen(folder)}</code></div></dd>
<dt>chosen</dt><dd>${HOW[how]}</dd>
<dt>it is</dt><dd>${because.map((one) => html`<div>${seen(one)}</div>`)}</dd>
</dl>`;

/** Those of before, each with the command that opens it; `open` writes it. */
export const otherTreesHtml = (trees: readonly OtherTree[], open: (folder: string) => string, now: Date): Markup =>
  trees.length === 0
    ? html`<p class="soft">No other tree was used before. To open one, name it:</p>${commandHtml(open('DIR'))}`
    : html`<ul class="plain">${trees.map(
        ({ folder, version, at, isThere }) => html`<li class="tree"><strong>${seen(version)}</strong>
<span class="soft small">${agoWords(at, now)}</span>
${isThere ? commandHtml(open(folder)) : gone(folder)}</li>`,
      )}</ul>`;

const gone = (folder: string): Markup =>
  html`<div class="soft small"><code>${seen(folder)}</code> is not there any more.</div>`;

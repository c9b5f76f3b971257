import { html } from 'hono/html';
import type { LikenessKind } from '../../../core/evidence/likenessMarks.ts';
import { LONGEST_ANSWER } from '../../../office/evidence/answerLikeness.ts';
import type { Look } from '../../../office/evidence/looksOf.ts';
import type { Alike } from '../../../office/evidence/readLikeness.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

/** What two pieces may have in common. */
const WORDS: Readonly<Record<LikenessKind, string>> = {
  'time stamps': 'time stamps',
  'time steps': 'steps between time stamps',
  addresses: 'addresses of memory',
  words: 'words',
  'changed lines': 'changed lines',
  'boot id': 'the number of the boot',
  configuration: 'options of the configuration',
};

/** For whoever handed it in: they are asked before anybody weighs it. `at` is the task's address. */
export const askedHtml = (likeness: Look['likeness'], submission: string, at: string): Markup =>
  likeness === undefined
    ? nothing
    : html`<section class="card pad" id="likeness-${submission}"><h4>How did it come about?</h4>
<p>Somebody else handed in something that has much in common with this:
${likeness.kinds.map((kind) => WORDS[kind]).join(', ')}.
There are good reasons for that: you worked together, you share a machine, you followed the same page. It is no verdict,
and the machine decides nothing by it: a mentor sees both, with what you say here.</p>
${
  likeness.answer === ''
    ? html`<form method="post" action="${at}/likeness" class="form"><input type="hidden" name="submission" value="${submission}">
<label class="field"><span>What the mentors should know</span><textarea name="answer" rows="4" required
maxlength="${LONGEST_ANSWER}"></textarea></label><p class="buttons"><button class="main">Say it</button></p></form>`
    : html`<p>You said:</p><blockquote class="said">${seen(likeness.answer)}</blockquote>`
}</section>`;

/** For a mentor: what is alike, both sides, and what the person says of it. `at` is the term's address. */
export const likenessHtml = (alike: readonly Alike[], look: Look | undefined, at: string): Markup => {
  if (alike.length === 0) return nothing;
  const answer = look?.likeness?.answer ?? '';
  return html`<h2>Much like what somebody else handed in</h2>
<ul class="card plain">${alike.map((one) => alikeRow(one, at))}</ul>
<p class="soft small">Which came first says nothing of who made it. People may work together and share machines: read both, ask,
and judge by what they can say of it.</p>
${look?.likeness === undefined ? nothing : saidHtml(answer)}`;
};

const saidHtml = (answer: string): Markup =>
  answer === ''
    ? html`<p class="note">They were asked how it came about, and have not answered yet. Give them the time to.</p>`
    : html`<p>They were asked how it came about:</p><blockquote class="said">${seen(answer)}</blockquote>`;

const sharedWords = (kind: LikenessKind, part: number): string =>
  kind === 'boot id' ? 'It is one and the same boot' : `${Math.round(part * 100)} % of the ${WORDS[kind]} are the same`;

const alikeRow = ({ kind, part, piece, otherPiece, other }: Alike, at: string): Markup => html`<li class="row top"><div
class="words"><span><strong>${sharedWords(kind, part)}</strong></span>
<span>${seen(piece)} here, ${seen(otherPiece)} ${
  other === undefined
    ? html`of somebody whose work is not yours to read`
    : html`of <a href="${at}/submissions/${other.id}">${seen(other.name)}</a>, who handed it in ${
        other.isEarlier ? 'earlier' : 'later'
      }`
}.</span></div></li>`;

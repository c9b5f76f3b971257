import { html } from 'hono/html';
import { ratings } from '../../../core/programme/applicationState.ts';
import { ratingMeans } from '../../../core/programme/ratingWords.ts';
import { MOST_OF_NOTE } from '../../../office/review/rateApplication.ts';
import type { ReviewView, Said } from '../../../office/review/readReview.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { applicationFields } from '../apply/applicationFields.ts';

export interface ReadingView {
  readonly review: ReviewView;
  readonly term: Term;
  /** Of this page. */
  readonly here: string;
  readonly next: string | undefined;
  /** What was typed and not kept. */
  readonly problem?: string | undefined;
  readonly typed?: { readonly value: string; readonly note: string; readonly flagged: boolean } | undefined;
}

/** All of an application on one screen: what was written, and beside it what one says of it. */
export const reviewHtml = (view: ReadingView): Markup => html`<div class="two"><div>${written(view)}</div>
<aside>${view.review.mayRate ? rateForm(view) : nothing}${othersHtml(view.review)}</aside></div>`;

function written({ review, term }: ReadingView): Markup {
  const { words, answers } = review;
  if (!words) return nothing;
  const texts = {
    ...{ words: words.words, availability: words.availability },
    ...{ codeIdentity: words.code_identity, disclosure: words.disclosure },
  };
  return html`${applicationFields.map(
    ({ name, asks }) =>
      html`<h2>${asks}</h2>${
        texts[name].trim() === ''
          ? html`<p class="soft">nothing</p>`
          : html`<div class="said">${seen(texts[name])}</div>`
      }`,
  )}
${
  answers === undefined
    ? nothing
    : html`<h2>Can take part</h2><dl class="facts answers">${term.eligibility.map(
        ({ id, question }) => html`<dt>${seen(question)}</dt><dd>${answerWords(answers[id])}</dd>`,
      )}</dl>`
}${review.contact === undefined ? nothing : html`<h2>Address</h2><p>${seen(review.contact)}</p>`}`;
}

const answerWords = (answer: boolean | undefined): string =>
  answer === undefined ? 'not asked' : answer ? 'yes' : 'no';

function rateForm({ review, here, next, problem, typed }: ReadingView): Markup {
  const said = typed ?? review.own;
  return html`<form method="post" action="${here}" class="form card pad rate">
${problem === undefined ? nothing : html`<p class="note fails" role="alert">✗ ${seen(problem)}</p>`}
<fieldset><legend>What do you say?</legend>
${ratings.map(
  (one) =>
    html`<label class="choice"><input type="radio" name="value" value="${one}"${
      said?.value === one ? html` checked` : nothing
    } required><span><strong>${one}</strong> <span class="soft small">${ratingMeans[one]}</span></span></label>`,
)}</fieldset>
<div class="field"><label for="note">Note</label>
<textarea id="note" name="note" rows="4" maxlength="${MOST_OF_NOTE}" aria-describedby="note-hint">${said?.note ?? ''}</textarea>
<p class="hint" id="note-hint">Read by the other readers and the lead mentors. The person gets it with their export: write it
so that they can read it.</p></div>
<label class="agree"><input type="checkbox" name="flagged"${
    said?.flagged === true ? html` checked` : nothing
  }> Flag it: a lead mentor should look</label>
<p class="buttons"><button class="main">${next === undefined ? 'Keep' : 'Keep, and read the next'}</button>
${next === undefined ? nothing : html`<a data-key="n" href="${next}">Next without a word <kbd aria-hidden="true">n</kbd></a>`}</p>
</form>
<details class="conflict"><summary>I know this person too well</summary><form method="post" action="${here}/conflict">
<p>Somebody else reads it then, and what you said of it goes. It cannot be taken back.</p><button>Say a conflict</button>
</form></details>`;
}

function othersHtml({ others, mayRate }: ReviewView): Markup {
  if (others === undefined) {
    return html`<p class="soft small">What others said is shown once you have said your own.</p>`;
  }
  if (others.length === 0)
    return html`<p class="soft small">${mayRate ? 'Nobody else has' : 'Nobody has'} rated it yet.</p>`;
  return html`<h2>What ${mayRate ? 'others' : 'readers'} said</h2>${others.map(saidHtml)}`;
}

const saidHtml = ({ name, value, note, flagged }: Said): Markup =>
  html`<p class="by">${seen(name)}: <strong>${value}</strong>${
    flagged ? ', flagged' : ''
  }</p>${note.trim() === '' ? nothing : html`<blockquote class="said">${seen(note)}</blockquote>`}`;

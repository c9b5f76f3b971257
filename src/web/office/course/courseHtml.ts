import { html } from 'hono/html';
import { numberWords, startingNumber } from '../../../core/programme/numberWords.ts';
import type { FoundAnswer } from '../../../office/course/findAnswers.ts';
import type { Chapter } from '../../../office/course/readCourse.ts';
import type { Question } from '../../../office/course/readQuestion.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface CourseView {
  readonly chapters: readonly Chapter[];
  readonly questions: readonly Question[];
  readonly at: string;
  readonly zone: string;
  readonly now: Date;
}

export const courseSentence = ({ chapters }: CourseView): string => {
  const done = chapters.filter(({ doneAt }) => doneAt !== null).length;
  if (chapters.length === 0) return 'The course has no chapters here yet';
  if (done === 0) return `None of ${numberWords(chapters.length)} chapters is done yet`;
  if (done === chapters.length) return 'You have done all chapters';
  return `${startingNumber(done)} of ${numberWords(chapters.length)} chapters ${done === 1 ? 'is' : 'are'} done`;
};

export const courseHtml = (view: CourseView): Markup => html`${askForm(view.at, '')}
<h2>Chapters</h2>
<ol class="card plain">${view.chapters.map((chapter) => chapterHtml(chapter, view.at))}</ol>
<p class="soft after">The certificate is handed in as files of the course’s task, in <a href="${view.at}/tasks">your
tasks</a>.</p>
${
  view.questions.length === 0
    ? nothing
    : html`<h2>What you asked</h2><ul
class="card plain">${view.questions.map((one) => questionHtml(one, view))}</ul>`
}`;

/** The search comes first: most questions are answered somewhere already. */
const askForm = (
  at: string,
  asked: string,
): Markup => html`<form method="get" action="${at}/course/ask" class="fields" role="search">
<div><label for="q">Your question</label><input id="q" name="q" value="${asked}" maxlength="1000" autocomplete="off"
required></div>
<button>Is that answered already?</button></form>`;

const chapterHtml = ({ id, ordinal, title, doneAt, note }: Chapter, at: string): Markup => html`<li>
<details id="chapter-${ordinal}"><summary><span class="whole">${ordinal}. ${seen(title)}</span>
${doneAt === null ? nothing : html`<span class="mark holds">✓ done</span>`}
${note === '' ? nothing : html`<span class="soft small">with a note</span>`}</summary>
<form method="post" action="${at}/course" class="form"><input type="hidden" name="chapter" value="${id}">
<input type="hidden" name="ordinal" value="${ordinal}">
<div class="field"><label for="note-${ordinal}">Your note</label>
<textarea id="note-${ordinal}" name="note" rows="4">${note}</textarea>
<p class="hint">What was new to you. <span class="soft">Read by nobody but you.</span></p></div>
<label class="agree"><input type="checkbox" name="done" value="yes"${doneAt === null ? nothing : html` checked`}> I have done
this chapter</label>
<p class="buttons"><button>Save</button></p></form></details></li>`;

const questionHtml = ({ text, answer, askedAt, answeredAt }: Question, { zone, now }: CourseView): Markup => html`<li>
<p class="said">${seen(text)}</p>
${
  answeredAt === null
    ? html`<span class="mark theirs">… with the mentors</span> <span class="soft small">since
${instantHtml(askedAt, zone, now)}</span>`
    : html`<blockquote class="said">${seen(answer)}</blockquote>`
}</li>`;

export interface AskView {
  readonly asked: string;
  readonly found: readonly FoundAnswer[];
  readonly at: string;
  readonly refused?: string;
}

export const askSentence = ({ found }: AskView): string =>
  found.length === 0
    ? 'Nothing like it is answered yet'
    : `${startingNumber(found.length)} ${found.length === 1 ? 'place' : 'places'} may answer it`;

const from: Readonly<Record<FoundAnswer['from'], string>> = {
  note: 'your own note',
  task: 'the words of a task',
  answer: 'an earlier answer',
};

export const askHtml = ({ asked, found, at, refused }: AskView): Markup => html`${askForm(at, asked)}
${
  found.length === 0
    ? nothing
    : html`<ul class="card plain">${found.map(
        ({ from: source, title, piece, slug }) =>
          html`<li><div class="whole">${
            slug === undefined ? seen(title) : html`<a href="${at}/tasks/${slug}">${seen(title)}</a>`
          }</div><span class="soft small">${from[source]}</span><p class="said">${seen(piece)}</p></li>`,
      )}</ul>`
}
<h2>${found.length === 0 ? 'Ask the mentors' : 'None of them does? Ask the mentors'}</h2>
${refused === undefined ? nothing : html`<p class="note fails" role="alert">✗ It was not sent. ${seen(refused)}</p>`}
<form method="post" action="${at}/course/ask" class="form"><div class="field"><label for="text">What you ask</label>
<textarea id="text" name="text" rows="5" required>${asked}</textarea>
<p class="hint">What you tried, what you saw, what you expected. It goes to whoever gets to it first, not to one person.
<span class="soft">Read by the mentors of this term.</span></p></div>
<p class="buttons"><button class="main">Ask</button></p></form>`;

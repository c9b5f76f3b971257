import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import type { Asker } from '../../../core/programme/role.ts';
import type { Look } from '../../../office/evidence/looksOf.ts';
import type { Alike } from '../../../office/evidence/readLikeness.ts';
import type { FileOf, ReadSubmission } from '../../../office/queue/readSubmission.ts';
import type { Remark } from '../../../office/queue/remarks.ts';
import { asked } from '../../../office/queue/submissionOf.ts';
import type { Attempt } from '../../../office/tasks/standingsOf.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { markdownHtml } from '../../parts/markdownHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { likenessHtml } from '../evidence/likenessHtml.ts';
import { lookHtml } from '../evidence/lookHtml.ts';
import { attemptsHtml, fileWords } from '../tasks/attemptsHtml.ts';
import { overrideForm, type Typed, verdictForm } from './verdictForm.ts';

export interface SubmissionView {
  readonly read: ReadSubmission;
  readonly attempt: Attempt;
  /** The texts among its files that are short, by ordinal. */
  readonly texts: ReadonlyMap<number, string>;
  readonly looks: ReadonlyMap<string, Look>;
  readonly alike: readonly Alike[];
  readonly remarks: readonly Remark[];
  readonly asker: Asker;
  /** What was typed, where the form comes back. */
  readonly typed: Typed;
  /** Said above it: why something was not done, or what was. */
  readonly note: Markup;
  readonly at: string;
  readonly zone: string;
  readonly now: Date;
}

export const submissionSentence = ({ read, asker, attempt }: SubmissionView): string => {
  const { submission } = read;
  const what = `${submission.title}, attempt ${submission.attempt}`;
  if (submission.state === 'replaced') return `${what}: a newer one has come`;
  if (attempt.decidedAt !== null) return `${what}: ${submission.state}`;
  if (submission.holder === undefined) return `${what} waits to be read`;
  return submission.holder === asker.id ? `${what} is yours to answer` : `${what} is with another mentor`;
};

export const submissionHtml = (view: SubmissionView): Markup => {
  const { read, attempt, texts, at, zone, now } = view;
  const { standing, files, submission, words, earlier } = read;
  const own = files.filter((file) => file.submission === submission.id);
  const look = view.looks.get(submission.id);
  const others = standing.facts.attempts.filter(({ id }) => id !== submission.id);
  return html`${view.note}
<dl class="facts"><dt>from</dt><dd>${seen(read.name)}</dd>
${read.subsystems.length === 0 ? nothing : html`<dt>chose</dt><dd>${seen(read.subsystems.join(', '))}</dd>`}
<dt>received</dt><dd>${instantHtml(attempt.receivedAt, zone, now)}${attempt.late ? ', after the deadline' : ''}</dd>
<dt>deadline</dt><dd>${instantHtml(standing.deadline, zone, now)}</dd></dl>
${standingOf(view)}
<details class="fold"><summary>What the task asks</summary>${markdownHtml(words)}</details>
${look ? html`<h2>What the machine saw</h2>${lookHtml(look, { isTheirs: false, isOpen: look.outcome !== 'holds' })}` : nothing}
${likenessHtml(view.alike, look, at)}
<h2>What they say</h2>
${
  attempt.statement.trim() === ''
    ? html`<p class="soft">Nothing but files.</p>`
    : html`<div
class="card pad said">${seen(attempt.statement)}</div>`
}
${
  own.length === 0
    ? nothing
    : html`<h2>Files</h2><ul
class="card plain">${own.map((file) => fileHtml(file, texts.get(file.ordinal), at))}</ul>`
}
${
  others.length === 0
    ? nothing
    : html`<h2>Other
attempts</h2>${attemptsHtml({ attempts: others, files, earlier, looks: view.looks, at, zone, now })}`
}
${judge(view)}
${stayOutForm(view)}`;
};

/** Said once, for all that this person hands in. */
const stayOutForm = ({ read: { submission, name }, asker, at }: SubmissionView): Markup =>
  submission.conflicts.some((id) => id === asker.id)
    ? nothing
    : html`<details class="fold"><summary>Do you know them too well to judge?</summary><form method="post"
action="${at}/submissions/${submission.id}/stay-out"><p class="soft">A relative, a friend, somebody whom you work with: what
${seen(name)} hands in goes to the other mentors from now on. It is kept that you said so, and not why.</p>
<p class="buttons"><button>Leave them to others</button></p></form></details>`;

const fileHtml = (file: FileOf, text: string | undefined, at: string): Markup => html`<li>${fileWords(file, at)}
${
  text === undefined
    ? nothing
    : html`<details class="fold"><summary>Look at ${seen(file.name)}</summary><pre
class="words handed" tabindex="0">${seen(text)}</pre></details>`
}</li>`;

function standingOf({ read, asker, at, zone, now }: SubmissionView): Markup {
  const { submission, until } = read;
  if (submission.state !== 'waiting') return nothing;
  if (submission.conflicts.some((id) => id === asker.id)) {
    return html`<p class="note">You said that you know them too well: another mentor judges it.</p>`;
  }
  if (submission.holder === undefined && submission.takenBy !== asker.id) {
    return html`<form method="post" action="${at}/submissions/${submission.id}/take"><p class="buttons"><button
class="main">Take it</button></p></form>`;
  }
  if (submission.takenBy !== asker.id || until === null) {
    return html`<p class="note">… ${seen(read.holderName ?? 'Another mentor')} has it${
      until === null
        ? nothing
        : html` until
${instantHtml(until, zone, now)}`
    }.</p>`;
  }
  return until > now
    ? html`<p class="note">It is yours until ${instantHtml(until, zone, now)}; then it goes back to the others.</p>`
    : html`<p class="note">Your hour is over. It is still yours to answer, until another mentor takes it.</p>`;
}

function judge(view: SubmissionView): Markup {
  const { read, asker, attempt } = view;
  const { submission } = read;
  if (submission.state === 'waiting' && submission.takenBy === asker.id) return verdictForm(view);
  if (submission.decidedAt === null) return nothing;
  const permission = mayDo(asker, {
    ...{ do: 'override-verdict', submission: asked(submission), decidedBy: submission.decidedBy ?? 'machine' },
  });
  return html`<h2>The answer</h2><p>${seen(submission.state)}, by ${judgeOf(read)}.</p>
${attempt.answer === '' ? nothing : html`<blockquote class="said">${seen(attempt.answer)}</blockquote>`}
${permission.may ? overrideForm(view) : html`<p class="soft">Another mentor can decide otherwise, with a reason.</p>`}`;
}

const judgeOf = ({ submission, decidedByName }: ReadSubmission): Markup | string =>
  submission.decidedBy === null ? 'the machine' : html`${seen(decidedByName ?? 'a mentor')}`;

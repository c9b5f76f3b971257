import { html } from 'hono/html';
import type { EvidenceNeed } from '../../../core/evidence/taskEvidence.ts';
import { instantWords } from '../../../core/programme/instantWords.ts';
import type { WaitingTime } from '../../../core/programme/queue.ts';
import { answerTime, placeWords } from '../../../core/programme/queueSentence.ts';
import { submissionLimits } from '../../../core/programme/submissionState.ts';
import type { Look } from '../../../office/evidence/looksOf.ts';
import type { EarlierVerdict, FileOf } from '../../../office/queue/readSubmission.ts';
import type { OwnTask } from '../../../office/tasks/readTasks.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { markdownHtml } from '../../parts/markdownHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { markHtml } from '../evidence/markHtml.ts';
import { attemptsHtml } from './attemptsHtml.ts';
import { mailAddressHtml } from './mailAddressHtml.ts';
import { isOver } from './tasksHtml.ts';

export interface TaskView extends OwnTask {
  readonly files: readonly FileOf[];
  readonly earlier: readonly EarlierVerdict[];
  readonly looks: ReadonlyMap<string, Look>;
  /** What a machine looks at, with the word that it has to bear; none where people alone judge. */
  readonly evidence: { readonly nonce: string; readonly needs: readonly EvidenceNeed[] } | undefined;
  /** How many came before the attempt that waits; undefined where none waits. */
  readonly before: number | undefined;
  readonly waiting: WaitingTime;
  /** Why nothing is taken any more. */
  readonly closed: string | undefined;
  /** The form's own: sent twice, it is one submission. */
  readonly key: string;
  readonly refused?: { readonly because: string; readonly statement: string };
  /** Where mails are taken: the person's address for this task; `none yet` until they ask for one. */
  readonly mailed?: string | 'none yet' | undefined;
  readonly isReceived?: boolean;
  readonly at: string;
  readonly zone: string;
  readonly now: Date;
}

export const taskSentence = ({ standing, zone, now }: TaskView): string => {
  const { title } = standing.facts.task;
  if (isOver(standing)) return `${title}: not given out any more`;
  switch (standing.state) {
    case 'accepted':
      return `${title}: accepted`;
    case 'waiting for a mentor':
      return `${title}: it is with the mentors`;
    case 'changes requested':
      return `${title}: one more change`;
    case 'not yet':
      return `${title}: not there yet`;
    case 'overdue':
      return `${title}: late, but not lost`;
    default:
      return `${title}, by ${instantWords(standing.deadline, zone, now).local}`;
  }
};

export const taskHtml = (view: TaskView): Markup => {
  const { standing, words, before, waiting, isReceived } = view;
  const { attempts, extensionReason, extraReason } = standing.facts;
  const last = attempts.at(-1);
  return html`${
    isReceived === true && last
      ? html`<p class="note holds" role="status">✓ Attempt ${last.attempt} has arrived and is kept. You also get it by mail.</p>`
      : nothing
  }
${
  before === undefined
    ? nothing
    : html`<p class="note">… ${placeWords(before)} ${answerTime(waiting)} Go on with something
else meanwhile.</p>`
}
<dl class="facts"><dt>deadline</dt><dd>${instantHtml(standing.deadline, view.zone, view.now)}</dd>
${extensionReason === undefined ? nothing : html`<dt>more time, because</dt><dd>${seen(extensionReason)}</dd>`}
${extraReason === undefined ? nothing : html`<dt>for you, because</dt><dd>${seen(extraReason)}</dd>`}</dl>
${
  attempts.length === 0
    ? nothing
    : html`<h2>What you handed in</h2>${attemptsHtml({
        ...{ ...view, attempts, taskAt: `${view.at}/tasks/${standing.facts.task.slug}` },
      })}`
}
${
  attempts.length === 0
    ? html`<h2>What to do</h2>${markdownHtml(words)}`
    : html`<details class="fold"><summary>What to
do</summary>${markdownHtml(words)}</details>`
}
${standing.state === 'accepted' ? nothing : html`${markOf(view)}${handIn(view)}`}`;
};

const markOf = ({ evidence, closed, at, standing }: TaskView): Markup =>
  !evidence || closed !== undefined
    ? nothing
    : markHtml(evidence.nonce, evidence.needs, `${at}/tasks/${standing.facts.task.slug}`);

function handIn({ standing, closed, key, refused, at, mailed, evidence }: TaskView): Markup {
  if (closed !== undefined) return html`<p class="note">${closed} Nothing more is taken for this task.</p>`;
  const { attempts, task } = standing.facts;
  const { files, file, all } = submissionLimits;
  return html`<h2 id="hand-in">${attempts.length === 0 ? 'Hand it in' : 'Hand in another attempt'}</h2>
${
  refused === undefined
    ? nothing
    : html`<p class="note fails" role="alert">✗ It was not taken. ${seen(refused.because)} Your
files have to be chosen again.</p>`
}
<form method="post" action="${at}/tasks/${task.slug}" enctype="multipart/form-data" class="form">
<input type="hidden" name="key" value="${key}">
<div class="field"><label for="statement">What you say of it</label>
<textarea id="statement" name="statement" rows="8" aria-describedby="statement-hint">${refused?.statement ?? ''}</textarea>
<p class="hint" id="statement-hint">As the task asks. Say also which tools wrote with you.
<span class="soft">Read by you and the mentors of this term.</span></p></div>
<div class="field"><label for="files">Files</label><input id="files" type="file" name="files" multiple
aria-describedby="files-hint">
<p class="hint" id="files-hint">At most ${files} files, each of ${file / 1_000_000} MB, together ${all / 1_000_000} MB. They
are kept as
they come, and never run.</p></div>
${evidence ? personBox : nothing}<p class="buttons"><button class="main">Hand it in</button></p></form>
<div id="by-mail">${
    mailed === undefined
      ? nothing
      : mailAddressHtml(mailed === 'none yet' ? undefined : mailed, `${at}/tasks/${task.slug}/address`)
  }</div>`;
}

const personBox = html`<label class="agree"><input type="checkbox" name="person" value="yes"> I want a person to look at it, as
the machine may be wrong here</label>`;

import { html } from 'hono/html';
import type { Look } from '../../../office/evidence/looksOf.ts';
import type { EarlierVerdict, FileOf } from '../../../office/queue/readSubmission.ts';
import type { Attempt } from '../../../office/tasks/standingsOf.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { askedHtml } from '../evidence/likenessHtml.ts';
import { lookHtml } from '../evidence/lookHtml.ts';
import { standingMark } from './standingMark.ts';

export interface AttemptsView {
  readonly attempts: readonly Attempt[];
  readonly files: readonly FileOf[];
  readonly earlier: readonly EarlierVerdict[];
  /** What the machine saw, by attempt. */
  readonly looks?: ReadonlyMap<string, Look> | undefined;
  /** The task's address, where its person reads it and is asked about what is much like another's. */
  readonly taskAt?: string;
  /** Of the term. */
  readonly at: string;
  readonly zone: string;
  readonly now: Date;
}

/** Every attempt with what was answered, the newest first. */
export const attemptsHtml = (view: AttemptsView): Markup => html`<ol class="plain card attempts" reversed>
${view.attempts.toReversed().map((attempt, at) => attemptHtml(attempt, view, at === 0))}</ol>`;

function attemptHtml(
  attempt: Attempt,
  { files, earlier, looks, taskAt, at, zone, now }: AttemptsView,
  isLast: boolean,
): Markup {
  const look = looks?.get(attempt.id);
  const own = files.filter(({ submission }) => submission === attempt.id);
  return html`<li><h3>Attempt ${attempt.attempt} ${standingMark(attempt.state)}</h3>
<p class="soft small">${instantHtml(attempt.receivedAt, zone, now)}
${attempt.late ? ' · after the deadline: late, not lost' : ''}</p>
${earlier
  .filter(({ submission }) => submission === attempt.id)
  .map(
    ({ outcome, answer }) => html`<p class="soft small">First answered: ${outcome}.</p>
${answer === '' ? nothing : html`<blockquote class="said">${seen(answer)}</blockquote>`}`,
  )}
${attempt.overrideReason === null ? nothing : html`<p>Decided otherwise by another mentor: ${seen(attempt.overrideReason)}</p>`}
${
  attempt.answer === '' || look?.step === 'hand back'
    ? nothing
    : html`<blockquote class="said">${seen(attempt.answer)}</blockquote>`
}
${look ? lookHtml(look, { isTheirs: true, isOpen: isLast && look.outcome !== 'holds' }) : nothing}
${taskAt === undefined ? nothing : askedHtml(look?.likeness, attempt.id, taskAt)}
${
  attempt.statement === ''
    ? nothing
    : html`<details><summary>What it said</summary><p class="said">${seen(attempt.statement)}</p></details>`
}
${own.length === 0 ? nothing : html`<ul class="small">${own.map((file) => html`<li>${fileWords(file, at)}</li>`)}</ul>`}</li>`;
}

/** A file by its name, to be saved. */
export const fileWords = ({ submission, ordinal, name, size, sha256 }: FileOf, at: string): Markup =>
  html`<a href="${at}/submissions/${submission}/files/${ordinal}" download>${seen(name)}</a>
<span class="soft">${sizeWords(size)}, sha256 <code>${sha256.slice(0, 12)}…</code></span>`;

const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

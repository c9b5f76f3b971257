import { html } from 'hono/html';
import type { ContributionLook, VersionLook } from '../../../bench/lookAtWork.ts';
import type { NextStep } from '../../../bench/nextOfVersion.ts';
import { counted } from '../../../core/counted.ts';
import { agoWords } from '../../parts/agoWords.ts';
import { commandBox } from '../../parts/commandBox.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import { failureNote } from '../frame/troublePage.ts';
import { jobBox } from '../work/jobPage.ts';
import { contributionAddress } from './draftAddress.ts';
import type { SaidProblem } from './gatherReview.ts';
import { mailHtml } from './mailHtml.ts';
import { mailView } from './mailView.ts';
import { problemList } from './problemList.ts';
import { rangeDiffHtml } from './rangeDiffHtml.ts';
import type { ReviewState } from './reviewBook.ts';
import { reviewHeadline } from './reviewHeadline.ts';
import { toldHtml } from './toldHtml.ts';

export interface ContributionView {
  readonly look: ContributionLook;
  readonly version: VersionLook;
  /** The version before this one, by its number. */
  readonly before?: number;
  /** Which mail is shown, from 0. */
  readonly mail: number;
  readonly line: number;
  readonly state: ReviewState;
  readonly next: NextStep;
  readonly now: Date;
}

/** A series as it was prepared: by version, mail by mail, with what a maintainer would say of it. Pure. */
export const contributionHtml = (view: ContributionView): Content => {
  const { version, state, next, now } = view;
  const { made, standing } = version;
  return {
    title: made.title,
    trail: html`<a href="/contributions">Contributions</a> · <code>${seen(view.look.contribution.id)}</code>`,
    headline: state.result ? reviewHeadline(state.result) : seen(standing.says.replace(/\.$/, '')),
    lede: html`<strong>${seen(made.title)}</strong><br>
v${made.version}, ${counted(made.mails.length, 'mail')}, prepared ${agoWords(made.at, now)}. Nothing was sent.`,
    body: html`${versionsHtml(view)}${notes(view)}
<div class="two"><div>${state.job ? nothing : commandBox(next.does, next.command)}${mailsHtml(view)}${shownMail(view)}</div>
<aside>${state.job ? jobBox(state.job) : nothing}${sideHtml(view)}</aside></div>
${state.result?.difference && view.before !== undefined ? rangeDiffHtml(view.before, state.result.difference) : nothing}`,
    ...(state.job && { scripts: ['stream.js'] }),
  };
};

const versionsHtml = ({ look, version }: ContributionView): Markup =>
  look.versions.length < 2
    ? nothing
    : html`<nav aria-label="Versions"><ul class="chips">${look.versions.map(({ made }) => {
        const isHere = made.version === version.made.version;
        const address = contributionAddress({ id: look.contribution.id, version: made.version });
        return html`<li><a href="${address}"${isHere ? html` aria-current="page"` : ''}>v${made.version}</a></li>`;
      })}</ul></nav>`;

const notes = ({ version, state }: ContributionView): Markup => {
  const states = version.mails.map(({ file }) => file.state);
  const edited = states.filter((one) => one === 'edited').length;
  const gone = states.filter((one) => one === 'gone' || one === 'unreadable').length;
  return html`${
    edited > 0
      ? html`<p class="note">${edited === states.length ? 'These mails were' : 'Some of these mails were'} changed after they
were prepared: what is shown is what lies there now.</p>`
      : nothing
  }${
    gone > 0
      ? html`<p class="note fails">
${gone === states.length ? 'Its mails are' : `Of its mails, ${gone} of ${states.length} are`} not to be
read any more. They were in <code>${seen(version.made.folder)}</code>.</p>`
      : nothing
  }${state.failure ? failureNote(state.failure) : nothing}`;
};

/** The mails of the series, each with what was found in it. */
const mailsHtml = ({ look, version, mail: shown, state }: ContributionView): Markup => {
  if (version.mails.length < 2) return nothing;
  const { id } = look.contribution;
  return html`<ol class="card plain mails" aria-label="Mails">${version.mails.map(({ mail, file }, index) => {
    const found = state.result?.problems.filter(({ place }) => place.file === mail.file) ?? [];
    const address = contributionAddress({ id, version: version.made.version, mail: index + 1 });
    const here = index === shown ? html` aria-current="true"` : '';
    return html`<li class="row"><div class="words"><a href="${address}" data-row${here}>${seen(mail.subject)}</a></div>
${fileMark(file.state) ?? (state.result ? foundMark(found) : nothing)}</li>`;
  })}</ol>`;
};

const fileMark = (state: VersionLook['mails'][number]['file']['state']): Markup | undefined =>
  state === 'gone' || state === 'unreadable' ? verdictMark('unknown', state) : undefined;

const foundMark = (found: readonly SaidProblem[]): Markup => {
  const errors = found.filter(({ severity, turnedOff }) => severity === 'error' && turnedOff === undefined).length;
  if (errors > 0) return verdictMark('fails', counted(errors, 'error'));
  return found.length === 0 ? verdictMark('holds') : verdictMark('plain', `${found.length} to look at`);
};

const shownMail = ({ look, version, mail: shown, line, state }: ContributionView): Markup => {
  const one = version.mails[shown];
  if (!one) return nothing;
  const { mail, file } = one;
  if (!file.bytes) {
    const is = file.state === 'gone' ? 'is not there any more' : 'cannot be read';
    return html`<p class="card pad"><code>${seen(mail.file)}</code> ${is}.</p>`;
  }
  const { id } = look.contribution;
  return mailHtml({
    name: 'The mail',
    head: html`<strong>${seen(mail.subject)}</strong><span class="soft">${nameOf(mail.file)}</span>`,
    ...mailView(mail.file, file.bytes),
    problems: state.result?.problems.filter(({ place }) => place.file === mail.file) ?? [],
    at: line,
    address: (at) => contributionAddress({ id, version: version.made.version, mail: shown + 1, line: at }),
  });
};

const nameOf = (file: string): string => seen(file.slice(file.lastIndexOf('/') + 1));

const sideHtml = ({ look, version, mail: shown, state }: ContributionView): Markup => {
  const { result: review } = state;
  if (!review) return nothing;
  const { id } = look.contribution;
  const indexOf = (file: string): number => version.mails.findIndex(({ mail }) => mail.file === file);
  const address = ({ place }: SaidProblem): string =>
    contributionAddress({ id, version: version.made.version, mail: indexOf(place.file) + 1, line: place.line });
  const { base } = version.made;
  const ground =
    base === undefined
      ? 'It stands on no commit: this tree has no history.'
      : html`It stands on <code>${seen(base.slice(0, 12))}</code>.`;
  const told = review.told.get(version.mails[shown]?.mail.file ?? '') ?? [];
  return html`${problemList(review, address)}${toldHtml(told, review.unsaid)}
<p class="soft small sum">${ground}</p>`;
};

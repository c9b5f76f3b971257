import type { MadeVersionFolder } from '../bench/makeVersion.ts';
import type { SeriesPlan } from '../bench/planSeries.ts';
import type { Person } from '../core/patch/patchMail.ts';
import type { LeftOut } from '../core/series/proposal.ts';
import { visible } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

/** The version as it was written: each mail with who gets it, what changed since the version before. */
export const sayPrepared = (
  face: Face,
  plan: SeriesPlan,
  made: MadeVersionFolder,
  leftOut: readonly LeftOut[],
): void => {
  const { say, paint } = face;
  const { version } = plan;
  const name = `v${version.version}${version.kind === 'resend' ? ' (RESEND)' : ''}`;
  say(paint('strong', made.isAsBefore ? `${name} is as it was` : `${name} is written`));
  say(`  ${visible(made.folder)}`);
  say();
  for (const { subject, to, cc } of made.mails) {
    say(`  ${visible(subject)}`);
    say(paint('soft', `    ${count('To', to)}${cc.length > 0 ? `, ${count('Cc', cc)}` : ''}`));
  }
  say();
  sayPeople(face, made);
  if (made.rangeDiff !== undefined) sayRangeDiff(face, plan, made.rangeDiff);
  if (made.noRangeDiff !== undefined)
    say(`${paint('unknown', '? unknown')} the difference to the version before: ${visible(made.noRangeDiff)}`);
  sayLeftOut(face, plan, leftOut);
};

const count = (header: string, people: readonly Person[]): string => `${header} ${people.length}`;

const sayPeople = ({ say, paint }: Face, { mails }: MadeVersionFolder): void => {
  const headers = new Map<string, { readonly person: Person; readonly header: string; mails: number }>();
  for (const { to, cc } of mails) {
    for (const [header, people] of [
      ['To', to],
      ['Cc', cc],
    ] as const) {
      for (const person of people) {
        const key = person.address.toLowerCase();
        const known = headers.get(key);
        if (known) known.mails++;
        else headers.set(key, { person, header, mails: 1 });
      }
    }
  }
  say(paint('strong', 'Who gets them'));
  if (headers.size === 0) say(`  ${paint('unknown', '? unknown')} MAINTAINERS names nobody`);
  for (const { person, header, mails: some } of headers.values()) {
    const which = some === mails.length ? '' : paint('soft', `  ${some} of ${mails.length}`);
    say(`  ${header}  ${visible(person.name === '' ? person.address : `${person.name} <${person.address}>`)}${which}`);
  }
  say();
};

const sayRangeDiff = ({ say, paint }: Face, { former }: SeriesPlan, rangeDiff: string): void => {
  say(paint('strong', `What changed since v${former?.series.version ?? 1} (git range-diff)`));
  for (const line of rangeDiff.trimEnd().split('\n')) say(`  ${visible(line)}`);
  say();
};

/** What was looked at and stayed out, with the word why. */
const sayLeftOut = ({ say, paint, width }: Face, { series }: SeriesPlan, leftOut: readonly LeftOut[]): void => {
  if (leftOut.length === 0) return;
  say(paint('strong', 'Left out'));
  for (const { trailer, patch, because } of leftOut) {
    const which = patch === undefined || series.patches.length === 1 ? '' : `patch ${patch}: `;
    const text = trailer ? `${trailer.token}: ${trailer.value} — ` : '';
    for (const [index, line] of folded(`${which}${text}${because}`, width - 4).entries())
      say(`  ${index === 0 ? '·' : ' '} ${visible(line)}`);
  }
  say();
};

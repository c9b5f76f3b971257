import type { SeriesPlan } from '../bench/planSeries.ts';
import { plural } from '../core/plural.ts';
import type { TroubleWords } from '../core/trouble.ts';
import { visible } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

/** What will be made, before anything is asked: on standard error, as the result is for scripts too. */
export const sayPlan = (face: Face, plan: SeriesPlan): void => {
  const { work, version, series } = plan;
  const { note, json } = face;
  const [first] = series.patches;
  const what =
    series.patches.length === 1
      ? `“${first?.subject.summary ?? ''}”`
      : plural(series.patches.length, 'patch', 'patches');
  const on = work.base === undefined ? 'on the tree as it lies there' : `on ${work.base.slice(0, 12)}`;
  const again =
    version.kind === 'make' && version.isAgain ? ', once more' : version.kind === 'resend' ? ', sent again' : '';
  if (!json)
    note(
      visible(`v${version.version}${again}: ${what}, ${on}${work.because === undefined ? '' : ` (${work.because})`}`),
    );
  for (const one of [...work.notes, ...movedNotes(plan)]) sayNote(face, one);
};

/** A rebase is a change that reviewers have to know of. */
const movedNotes = ({ work, version, former }: SeriesPlan): readonly TroubleWords[] => {
  const before = former?.series.mails.map(({ base }) => base.commit).find((commit) => commit !== undefined);
  if (!former || before === undefined || work.base === undefined || work.base.startsWith(before)) return [];
  return [
    {
      what: `v${version.version} stands on ${work.base.slice(0, 12)}, v${former.series.version} stood on ${before.slice(0, 12)}.`,
      why: 'Who compares them finds more than your changes.',
      next: 'Say in the changelog onto what it was rebased.',
    },
  ];
};

const sayNote = ({ note, width }: Face, { what, why, next }: TroubleWords): void => {
  for (const [index, line] of folded([what, why].filter((part) => part !== undefined).join(' '), width - 2).entries())
    note(`${index === 0 ? '!' : ' '} ${line}`);
  if (next !== undefined) note(`  next: ${next}`);
};

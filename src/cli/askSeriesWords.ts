import type { SeriesPlan } from '../bench/planSeries.ts';
import { plural } from '../core/plural.ts';
import { type CoverLetter, coverFromText, readCover } from '../core/series/coverLetter.ts';
import type { Face } from './face.ts';
import type { PrepareOptions } from './prepareOptions.ts';

export interface SeriesWords {
  /** None where the series has no cover letter. */
  readonly cover?: CoverLetter;
  readonly changelog?: string;
}

/**
 * The cover letter and what changed since the version before: given, written now in the editor, or kept from the version
 * before. What nobody has written stays git's own placeholder, which the check refuses.
 */
export const askSeriesWords = async (face: Face, plan: SeriesPlan, order: PrepareOptions): Promise<SeriesWords> => {
  const changelog = order.changelog ?? (await askChangelog(face, plan));
  const hasCover = order.cover || plan.series.patches.length > 1;
  const cover = hasCover ? await coverOf(face, plan, order) : undefined;
  return { ...(cover && { cover }), ...(changelog !== undefined && { changelog }) };
};

const coverOf = async (face: Face, plan: SeriesPlan, { coverText }: PrepareOptions): Promise<CoverLetter> => {
  if (coverText !== undefined) return coverFromText(coverText);
  const kept = await keptCover(face, plan);
  if (!canAsk(face) || plan.again) return kept;
  const asked = face.host.terminal.edit(`${kept.subject ?? ''}\n\n${kept.blurb ?? ''}\n${coverHelp(plan)}`);
  if (asked === undefined) face.note('The editor failed, so the cover letter stays as it is.');
  return asked === undefined ? kept : coverFromText(asked);
};

const keptCover = async ({ host }: Face, { work, again, former }: SeriesPlan): Promise<CoverLetter> => {
  const before = again?.cover ?? former?.series.cover;
  if (before) return readCover(before);
  if (work.b4) return ofB4(work.b4.letter);
  const name = work.branch === undefined ? undefined : (`branch.${work.branch}.description` as const);
  const said = name === undefined ? undefined : (await host.git.gitSettings(work.tree, [name]))[name];
  return said === undefined ? coverFromText('') : coverFromText(said);
};

/** What still says EDITME is not written. */
const ofB4 = ({ subject, text, unwritten }: NonNullable<SeriesPlan['work']['b4']>['letter']): CoverLetter => ({
  subject: unwritten.includes('subject') ? '' : subject,
  blurb: unwritten.includes('text') ? '' : text,
});

const coverHelp = ({ version, series }: SeriesPlan): string => `
# The cover letter of v${version.version}, ${plural(series.patches.length, 'patch', 'patches')}:
${series.patches.map(({ subject }, index) => `#   ${index + 1}  ${subject.summary}`).join('\n')}
# The first line is its subject, then an empty line, then the letter: what is
# wrong today, what the series does about it, in which order it is best read.
# Lines that begin with # are left out. The diffstat comes by itself.
`;

const askChangelog = async (
  face: Face,
  { version, former, series, again }: SeriesPlan,
): Promise<string | undefined> => {
  if (!former || version.kind === 'resend' || again || !canAsk(face)) return undefined;
  const number = former.series.version;
  const asked = face.host.terminal.edit(`
# What changed since v${number}? A line for each point, for those who read v${number}:
# what they asked for, and what you did instead where you saw it otherwise.
# Lines that begin with # are left out. The patches now:
${series.patches.map(({ subject }, index) => `#   ${index + 1}  ${subject.summary}`).join('\n')}
`);
  const words = (asked ?? '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .trim();
  return words === '' ? undefined : words;
};

const canAsk = ({ host, json }: Face): boolean => host.terminal.isInteractive && !json;

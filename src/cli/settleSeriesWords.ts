import type { Answer, VersionWords } from '../bench/makeVersion.ts';
import type { SeriesPlan } from '../bench/planSeries.ts';
import type { Proposed } from '../bench/proposeTrailers.ts';
import { seriesNotes } from '../bench/seriesNotes.ts';
import { settleMarks } from '../bench/settleMarks.ts';
import type { Proposal } from '../core/series/proposal.ts';
import { askSeriesWords } from './askSeriesWords.ts';
import type { Face } from './face.ts';
import type { PrepareOptions } from './prepareOptions.ts';
import { wantsSignOff } from './wantsSignOff.ts';

/** All words of the version: the brackets, the cover letter, what changed, the sign-off; the person is asked for theirs. */
export const settleSeriesWords = async (
  face: Face,
  plan: SeriesPlan,
  order: PrepareOptions,
  { proposed, answers }: { readonly proposed: Proposed; readonly answers: readonly Answer[] },
): Promise<VersionWords> => {
  const { host } = face;
  const { work } = plan;
  const marks = await settleMarks(host, plan, { ...order, answers });
  face.note(`[${marks.prefix}]: ${marks.because}`);
  if (marks.inReplyToSource && order.inReplyTo === undefined) {
    const { file, line } = marks.inReplyToSource;
    face.note(
      `In-Reply-To: <${marks.inReplyTo}>: ${file}, line ${line}, wants a new version in the thread of the one before.`,
    );
  }
  const { cover, changelog } = await askSeriesWords(face, plan, order);
  const isSigned = order.signoff || (lacksSignOff(plan) && (await wantsSignOff(face, work.tree)));
  const link = answers.find(({ proposal, taken }) => proposal.kind === 'link' && taken)?.taken?.value;
  const open = proposed.offered.filter(({ kind }) => kind === 'order');
  const isTaken = (one: Proposal): boolean => answers.some(({ proposal, taken }) => proposal === one && taken);
  const isRefused = (patch: number): boolean => open.some((one) => one.patch === patch && !isTaken(one));
  const inReplyTo = order.inReplyTo ?? marks.inReplyTo;
  return {
    prefix: marks.prefix,
    styleOf: (patch) => (isRefused(patch) ? 'usual' : marks.style),
    answers,
    notes: seriesNotes(plan, { changelog, sentences: proposed.sentences, link, isBelow: cover === undefined }),
    ...(isSigned && { signOff: `${work.identity.name} <${work.identity.email}>` }),
    ...(cover && { cover: { subject: cover.subject || NO_SUBJECT, body: cover.blurb || NO_BLURB } }),
    ...(changelog !== undefined && { changelog }),
    ...(inReplyTo !== undefined && { inReplyTo }),
  };
};

// Git's own, which the check refuses until the person has written the letter.
const NO_SUBJECT = '*** SUBJECT HERE ***';
const NO_BLURB = '*** BLURB HERE ***';

const lacksSignOff = ({ work, series }: SeriesPlan): boolean => {
  const own = `<${work.identity.email.toLowerCase()}>`;
  return series.patches.some(
    ({ trailers }) =>
      !trailers.some(({ token, value }) => /^signed-off-by$/i.test(token) && value.toLowerCase().includes(own)),
  );
};

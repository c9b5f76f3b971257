import type { TrailerStyle } from '../core/patch/orderTrailers.ts';
import { type FoundSource, readDocuments } from '../core/preflight/foundSource.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import { type SubjectMarks, subjectMarks } from '../core/series/subjectMarks.ts';
import type { Host } from '../edge/host.ts';
import { packsOfSeries } from '../gather/packsOfSeries.ts';
import { documentsOf } from '../gather/preflight/documentsOf.ts';
import type { Answer } from './makeVersion.ts';
import type { SeriesPlan } from './planSeries.ts';

export interface MarksWish {
  readonly answers: readonly Answer[];
  /** `--prefix` */
  readonly prefix?: string | undefined;
  readonly rfc: boolean;
}

/** How the subsystem wants a series to look. */
export interface SettledMarks extends SubjectMarks {
  readonly style: TrailerStyle;
  /** The Message-ID of the version before, where the tree's document wants a new version in its thread. */
  readonly inReplyTo?: string;
  readonly inReplyToSource?: FoundSource;
}

type Needs = Pick<Host, 'git' | 'trees' | 'env'>;

// Most want a thread of its own for each version; this one says otherwise.
const THREADED = {
  file: 'doc/develop/sending_patches.rst',
  heading: 'Sending updated patch versions',
  phrase: 'that the new message refers to some older',
};

/** What the documents of those whose files are changed say on the brackets, the order of trailers and the thread. */
export const settleMarks = async (host: Needs, plan: SeriesPlan, wish: MarksWish): Promise<SettledMarks> => {
  const { work, former, version } = plan;
  const documents = documentsOf(host, work.tree);
  const series = withTaken(plan.series, wish.answers);
  const packs = packsOfSeries(host, work.tree, series);
  const setting = (await host.git.gitSettings(work.tree, ['format.subjectPrefix']))['format.subjectPrefix'];
  const marks = subjectMarks({
    packs,
    series,
    former: former?.series,
    asked: wish.prefix,
    b4: work.b4 && [...work.b4.tracking.prefixes, ...work.b4.letter.marks],
    setting,
    ...(wish.rfc && { rfc: true }),
    ...(version.kind === 'resend' && { resend: true }),
  });
  const source = readDocuments(documents.document).find([THREADED]);
  const before = former?.series.mails[0]?.messageId ?? '';
  return {
    ...marks,
    style: packs.has('tip') ? 'tip' : 'usual',
    ...(source && before !== '' && { inReplyTo: before, inReplyToSource: source }),
  };
};

/** As they will be: with the trailers that the person took. */
const withTaken = (series: PatchSeries, answers: readonly Answer[]): PatchSeries => ({
  ...series,
  patches: series.patches.map((patch, index) => {
    const taken = answers.flatMap(({ proposal, taken: trailer }) =>
      trailer && proposal.kind !== 'order' && proposal.patch === index + 1
        ? [{ ...trailer, at: 1, lines: [`${trailer.token}: ${trailer.value}`] }]
        : [],
    );
    return { ...patch, trailers: [...patch.trailers, ...taken] };
  }),
});

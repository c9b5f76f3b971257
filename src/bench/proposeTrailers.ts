import { carryTags, droppedTags } from '../core/series/carryTags.ts';
import { orderProposals } from '../core/series/orderProposals.ts';
import type { LeftOut, Proposal, Proposals } from '../core/series/proposal.ts';
import type { Host } from '../edge/host.ts';
import { packsOfSeries } from '../gather/packsOfSeries.ts';
import { proposeFixes } from '../gather/proposeFixes.ts';
import { proposeReports } from '../gather/proposeReports.ts';
import { proposeStable } from '../gather/proposeStable.ts';
import type { SeriesPlan } from './planSeries.ts';

export interface Proposed extends Proposals {
  /** What the notes on the version have to tell: which tags were dropped, and why. */
  readonly sentences: readonly string[];
}

export interface ProposalWish {
  /** A report of what the series fixes. */
  readonly report?: string;
  /** The person says that every patch is a fix, also where its words do not. */
  readonly fixes: boolean;
}

type Needs = Pick<Host, 'git' | 'trees' | 'env' | 'readBytes' | 'terminal' | 'cwd' | 'command'>;

/** All that a machine can offer to a version: tags of reviewers, what a fix mends, who reported it, where v1 can be read. */
export const proposeTrailers = async (
  host: Needs,
  plan: SeriesPlan,
  { report, fixes: isFix }: ProposalWish,
): Promise<Proposed> => {
  const { work, series, thread, version } = plan;
  if (version.kind === 'resend') return { offered: [], leftOut: [], sentences: [] };
  const tags = carryTags({ series, thread });
  const base = work.source.base;
  const numbers = series.patches.map((_, index) => index + 1);
  const fixes =
    base === undefined
      ? nothing
      : await proposeFixes(host, { tree: work.tree, base, series, ...(isFix && { patches: numbers }) });
  const stable = await proposeStable(host, { tree: work.tree, series, fixes: fixes.offered });
  const reports = report === undefined ? nothing : await proposeReports(host, { series, report });
  return {
    offered: [
      ...reports.offered,
      ...fixes.offered,
      ...stable.offered,
      ...tags.offered,
      ...linkTo(plan),
      ...orderOf(host, plan),
    ],
    leftOut: [...reports.leftOut, ...fixes.leftOut, ...stable.leftOut, ...tags.leftOut, ...tags.stillThere],
    sentences: droppedTags(tags.leftOut),
  };
};

const nothing: { readonly offered: readonly Proposal[]; readonly leftOut: readonly LeftOut[] } = {
  offered: [],
  leftOut: [],
};

const TIP = 'Documentation/process/maintainer-tip.rst, "Ordering of commit tags",';

const orderOf = (host: Needs, { work, series }: SeriesPlan): readonly Proposal[] =>
  packsOfSeries(host, work.tree, series).has('tip') ? orderProposals(series, TIP) : [];

/** Patch 0: it stands in the notes on the version, not in a message. */
const linkTo = ({ former, thread }: SeriesPlan): readonly Proposal[] => {
  const first = former?.series.mails[0];
  if (!former || !first || first.messageId === '') return [];
  const number = former.series.version;
  const isAnswered = thread.replies.some(({ to }) => former.series.mails.some(({ messageId }) => messageId === to));
  return [
    {
      kind: 'link',
      patch: 0,
      trailer: { token: `Link to v${number}`, value: `https://lore.kernel.org/r/${first.messageId}` },
      seen: isAnswered
        ? `v${number} was answered under this Message-ID.`
        : `The mails of v${number} have this Message-ID: right if they were sent as they are.`,
      trust: isAnswered ? 'sure' : 'likely',
      instead: [],
    },
  ];
};

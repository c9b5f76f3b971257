import { orderTrailers } from '../patch/orderTrailers.ts';
import { trailerUnits } from '../patch/trailerUnits.ts';
import type { PatchSeries } from './patchSeries.ts';
import type { Proposal } from './proposal.ts';

/** For each patch whose trailers do not stand in the order of the tip tree: that order, as a proposal. */
export const orderProposals = ({ patches }: PatchSeries, document: string): readonly Proposal[] =>
  patches.flatMap(({ trailers }, index) => {
    const block = trailers.flatMap(({ lines }) => lines);
    const ordered = orderTrailers(block, 'tip', []);
    if (ordered.every((line, at) => line === block[at])) return [];
    const value = trailerUnits(ordered)
      .map(({ token }) => token)
      .join(', ');
    return [
      {
        kind: 'order' as const,
        patch: index + 1,
        trailer: { token: 'Order', value },
        seen: `${document} wants the trailers in this order.`,
        trust: 'sure' as const,
        instead: [],
      },
    ];
  });

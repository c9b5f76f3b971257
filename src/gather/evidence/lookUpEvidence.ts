import type { Piece } from '../../core/evidence/evidence.ts';
import type { EvidenceFacts } from '../../core/evidence/evidenceFacts.ts';
import type { TaskEvidence } from '../../core/evidence/taskEvidence.ts';
import { publishedOf } from './publishedOf.ts';
import { type TryHost, triedSeries } from './triedSeries.ts';

export interface LookUpOrder {
  readonly pieces: readonly Piece[];
  readonly evidence: Pick<TaskEvidence, 'needs'>;
  readonly address?: string | undefined;
  /** Where patches are tried and commits are looked up; none: nobody says. */
  readonly tree?: string | undefined;
  /** Where mails are looked up. */
  readonly archive?: string | undefined;
}

/** What a task asks for that does not stand in the pieces: looked up where the server's keeper said, and nowhere else. */
export const lookUpEvidence = async (host: TryHost, order: LookUpOrder): Promise<EvidenceFacts> => {
  const { address, evidence } = order;
  const asks = (kind: 'patch' | 'public'): boolean => evidence.needs.some((need) => need.kind === kind);
  const [series, published] = await Promise.all([
    asks('patch') ? triedSeries(host, order) : undefined,
    asks('public') ? publishedOf(order) : undefined,
  ]);
  return { address, ...(series && { series }), ...(published && { published }) };
};

import type { Asker } from '../../core/programme/role.ts';
import { type Office, type Refused, refused } from '../office.ts';
import { listQueue, type QueueFilter } from './listQueue.ts';
import { takeSubmission } from './takeSubmission.ts';

export type Next = { readonly kind: 'taken'; readonly submission: string } | { readonly kind: 'empty' } | Refused;

const MOST_TRIES = 20;

/** Takes the first that is free; where another mentor is quicker, the one after it. */
export async function nextSubmission(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly task?: string | undefined },
): Promise<Next> {
  const filter: QueueFilter = { show: 'free', task: order.task };
  const queue = await listQueue(office, who, { term: order.term, filter });
  if (!queue) return refused('Only a mentor of this term has a queue.');
  for (const { item } of queue.items.slice(0, MOST_TRIES)) {
    const taken = await takeSubmission(office, who, { submission: item.id });
    if (taken.kind === 'taken') return { kind: 'taken', submission: item.id };
    if (taken.kind === 'refused') return taken;
  }
  return { kind: 'empty' };
}

import type { Calendar } from '../../core/preflight/facts.ts';
import { type Known, known, notKnown } from '../../core/preflight/known.ts';
import { calendar } from '../../core/tree/calendar.ts';
import type { KernelVersion } from '../../core/tree/kernelVersion.ts';
import type { Host } from '../../edge/host.ts';
import { type AskedTree, cloneFor, fetchTags, withoutHistory } from './withoutHistory.ts';

/** Where mainline stands: by its tags. In a plain folder the Makefile names a candidate, but no date. */
export const calendarOf = async (
  host: Pick<Host, 'trees' | 'now'>,
  { tree, repository, tags: asked }: AskedTree,
  version: KernelVersion | undefined,
): Promise<Known<Calendar>> => {
  if (repository.kind === 'none') {
    if (!/^-rc\d/.test(version?.extra ?? '')) return withoutHistory(host, tree, repository);
    const because = `Its Makefile says ${version?.text}, but without its history nobody can tell how old this tree is.`;
    return notKnown(because, repository.settle ?? cloneFor(host, tree));
  }
  const tags = await asked;
  if (!tags) return notKnown('No release tag (v6.12) leads to what is checked out here.', fetchTags(tree));
  const found = calendar(tags.reached, tags.all, host.now().toISOString());
  if (found) return known(found);
  const because = `Its newest tag, ${tags.reached.tag}, is none of mainline, so the calendar cannot be told from it.`;
  return notKnown(because, cloneFor(host, tree));
};

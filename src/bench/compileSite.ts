import { editsFor } from '../core/finding/editsFor.ts';
import { editText } from '../core/patch/editText.ts';
import type { Check } from '../core/verdict.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { compileChange } from './compileChange.ts';
import { isReady } from './describePatches.ts';
import { type PlaceOrder, siteAt } from './siteAt.ts';

type Needs = Pick<Host, 'kbuild' | 'openWorkshop' | 'readBytes'>;

/** Compiles a site's file before and after its edit, without a patch. Undefined for a site that is not ready. */
export async function* compileSite(
  host: Needs,
  place: PlaceOrder,
): AsyncGenerator<Progress, Check | undefined, undefined> {
  const found = await siteAt(host, place);
  if (!isReady(found)) return undefined;
  const { allocation, judgement, bytes, workshop } = found;
  const edited = editText(bytes.toString('latin1'), editsFor(allocation, judgement, bytes, workshop));
  if (edited.kind !== 'edited') return undefined;
  return yield* compileChange(host, { tree: place.tree, path: place.path, after: Buffer.from(edited.text, 'latin1') });
}

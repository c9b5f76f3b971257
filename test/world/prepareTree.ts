import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../../src/core/trouble.ts';
import { baseFolders } from '../../src/edge/baseFolders.ts';
import { createKbuild } from '../../src/edge/kbuild/createKbuild.ts';
import { createSources } from '../../src/edge/linuxSource/createSources.ts';
import type { Progress } from '../../src/edge/progress.ts';
import { kernelTree, noKernelTree } from './kernelTree.ts';

/**
 * Before the tests: the newest installed linux-source unpacked, and a build prepared in it, both in the person's cache
 * where `patchling start` finds them too. Without the package or the compiler the tests skip aloud what needs them.
 */
const { cache } = baseFolders(process.env);

const shown = async <Result>(work: AsyncGenerator<Progress, Result, undefined>): Promise<Result> => {
  let phase = '';
  let step = await work.next();
  for (; !step.done; step = await work.next()) {
    if (step.value.doing !== phase) process.stdout.write(`… ${step.value.doing}\n`);
    phase = step.value.doing;
  }
  return step.value;
};

try {
  const sources = createSources(cache);
  const [newest] = await sources.installed();
  // Also where an older one lies unpacked: what is newest was installed for a reason.
  const isThere = newest && existsSync(join(cache, 'trees', newest.name));
  if (!process.env['PATCHLING_TREE'] && newest && !isThere) await shown(sources.unpack(newest));
  const tree = kernelTree();
  if (tree === undefined) process.stdout.write(`Tests on a kernel tree will be skipped, ${noKernelTree}.\n`);
  else {
    const { folder } = await shown(createKbuild(cache).prepare(tree));
    process.stdout.write(`${tree}, built in ${folder}\n`);
  }
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stdout.write(`Tests that compile will be skipped: ${error.words.what} ${error.words.why ?? ''}\n`);
}

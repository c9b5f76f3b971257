import type { Known } from '../core/subsystem/card.ts';
import type { Project } from '../core/subsystem/testSuites.ts';

/** With the whole history, but of the files only those that are checked out. Sizes only where they were measured. */
const CLONES: Readonly<Record<Project, string>> = {
  Linux: 'git clone --filter=blob:none https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
  // The history alone, in November 2026.
  'U-Boot': 'git clone --filter=blob:none https://source.denx.de/u-boot/u-boot.git # 126 MB and the files',
};

/** Where a tree has no history, and nothing is said of how to get at it: the clone that has one. */
export const offerClone = <Value>(history: Known<Value>, project: Project): Known<Value> =>
  history.kind === 'known' || history.settle !== undefined ? history : { ...history, settle: CLONES[project] };

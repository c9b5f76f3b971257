import type { ChosenTree } from '../../../bench/chooseTree.ts';
import type { TreeStanding } from '../../../core/tree/treeStanding.ts';
import type { Check } from '../../../core/verdict.ts';
import type { Host } from '../../../edge/host.ts';
import type { Assets } from '../../../edge/web/assets.ts';
import type { Door } from '../../../edge/web/door.ts';
import type { SiteBook } from '../find/siteBook.ts';
import type { Coaches } from '../site/coaches.ts';
import type { Jobs } from '../work/jobs.ts';
import type { DeskBooks } from './treeBooks.ts';

/** What the local pages work with: one person's tree, on their own machine. */
export interface Desk {
  readonly host: Host;
  readonly tree: ChosenTree;
  readonly standing: TreeStanding;
  readonly hasHistory: boolean;
  readonly jobs: Jobs;
  readonly sites: SiteBook;
  readonly books: () => DeskBooks;
  readonly coaches: Coaches;
  /** What compiling an edit said before there is a patch, by place. */
  readonly compiled: Map<string, readonly Check[]>;
  readonly assets: Assets;
  readonly door: Door;
}

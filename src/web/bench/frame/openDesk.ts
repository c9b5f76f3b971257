import { chooseTree } from '../../../bench/chooseTree.ts';
import { noteTree } from '../../../bench/noteTree.ts';
import { standingOf } from '../../../bench/standingOf.ts';
import type { Host } from '../../../edge/host.ts';
import { readAssets } from '../../../edge/web/assets.ts';
import { openDoor } from '../../../edge/web/door.ts';
import { type Listening, listen } from '../../../edge/web/listen.ts';
import { createSiteBook } from '../find/siteBook.ts';
import { createCoaches } from '../site/coaches.ts';
import { createJobs } from '../work/jobs.ts';
import { createApp } from './createApp.ts';
import type { Desk } from './desk.ts';
import { createTreeBooks } from './treeBooks.ts';

export interface OpenDesk {
  readonly desk: Desk;
  /** The address that opens it once: `http://127.0.0.1:7428/enter?token=…`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the pages of a tree on loopback, and begins to look for sites. Throws Trouble. */
export const openDesk = async (
  host: Host,
  order: { readonly tree?: string | undefined; readonly port: number; readonly to?: string },
): Promise<OpenDesk> => {
  const tree = await chooseTree(host, { tree: order.tree });
  await noteTree(host, tree);
  const standing = await standingOf(host, tree);
  const repository = await host.git.repositoryOf(tree.folder);
  const jobs = createJobs();
  const now = (): number => host.now().getTime();
  const desk: Desk = {
    host,
    tree,
    standing,
    hasHistory: repository.kind === 'repository',
    jobs,
    sites: createSiteBook(jobs, { tree: tree.folder, name: tree.name, now }),
    books: createTreeBooks(host, tree.folder),
    coaches: createCoaches(host),
    compiled: new Map(),
    assets: readAssets(new URL('../../parts/', import.meta.url)),
    door: openDoor(host.folders.state),
  };
  let listening: Listening | undefined;
  const app = createApp(desk, () => listening?.port ?? 0);
  listening = await listen((request) => app.fetch(request), order.port);
  desk.sites.look();
  const to = order.to === undefined ? '' : `&to=${encodeURIComponent(order.to)}`;
  return {
    desk,
    address: `http://127.0.0.1:${listening.port}/enter?token=${desk.door.newToken()}${to}`,
    close: async () => {
      await jobs.stop();
      await listening?.close();
    },
  };
};

import { join } from 'node:path';
import type { Host } from '../edge/host.ts';

/** Where the versions of a contribution lie, and the thread that the person named. */
export const contributionFolder = ({ folders }: Pick<Host, 'folders'>, id: string): string =>
  join(folders.data, 'contributions', id);

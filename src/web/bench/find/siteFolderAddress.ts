import { filterAddress } from './siteFilter.ts';
import type { FolderSites } from './sitesByFolder.ts';

/** Into a folder one goes on the map; a file's sites are a list. */
export const siteFolderAddress = ({ path, isFile }: Pick<FolderSites, 'path' | 'isFile'>): string =>
  filterAddress({ under: path }, isFile ? '/find' : '/map');

import { type SubjectPrefix, subjectPrefix } from '../core/patch/subjectPrefix.ts';
import type { Host } from '../edge/host.ts';

/** How a patch to a file is headed: as the history of the file writes it, else its folder's, else a guess. */
export const prefixFor = async (
  host: Pick<Host, 'git'>,
  tree: string,
  path: string,
  hasHistory: boolean,
): Promise<SubjectPrefix> => {
  if (!hasHistory) return subjectPrefix(path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1) || '.';
  const file = await host.git.subjectsOf(tree, path, 30);
  return subjectPrefix(path, { file, folder: file.length < 5 ? await host.git.subjectsOf(tree, folder, 60) : [] });
};

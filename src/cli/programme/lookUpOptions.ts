import { resolve } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import type { Host } from '../../edge/host.ts';
import type { Called } from '../commandTable.ts';
import { optionText } from '../optionText.ts';

/** Where what somebody hands in is looked up: `--tree`, a folder with a kernel tree, and `--archive`. Throws Trouble `input`. */
export function lookUpOptions(
  { cwd, trees }: Pick<Host, 'cwd' | 'trees'>,
  { options }: Pick<Called, 'options'>,
): { readonly tree?: string; readonly archive?: string } {
  const named = optionText(options, 'tree');
  const archive = optionText(options, 'archive');
  const tree = named === undefined ? undefined : resolve(cwd, named);
  if (tree !== undefined && !trees.isFolder(tree, '.')) {
    throw new Trouble('input', {
      what: `--tree ${named} is no folder.`,
      why: 'Patches are tried on a tree, and commits are looked up in its history.',
      next: 'Name a clone of the tree that your people work on.',
    });
  }
  if (archive !== undefined && !/^https?:$/.test(URL.canParse(archive) ? new URL(archive).protocol : '')) {
    throw new Trouble('input', {
      what: `--archive ${archive} is no address of an archive.`,
      next: 'Write it as https://lore.kernel.org/all, where /MESSAGE-ID/raw behind it gives a mail.',
    });
  }
  return { ...(tree === undefined ? {} : { tree }), ...(archive === undefined ? {} : { archive }) };
}

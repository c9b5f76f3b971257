import { dirname } from 'node:path';
import type { DrawnSite } from '../core/journal/fact.ts';
import type { Host } from '../edge/host.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import type { ChosenTree } from './chooseTree.ts';
import { namedTree } from './namedTree.ts';

interface DraftToGoOn {
  readonly patch: string;
  readonly site: Pick<DrawnSite, 'path' | 'line'>;
  readonly isEdited: boolean;
  readonly lacksWhy: boolean;
  readonly lacksSignOff: boolean;
}

/** The next command to type for a draft, exactly. */
export const nextOfDraft = ({ command }: Pick<Host, 'command'>, tree: ChosenTree, draft: DraftToGoOn): string => {
  const { patch, site, isEdited, lacksWhy, lacksSignOff } = draft;
  const needsWords = lacksWhy || lacksSignOff;
  if (isEdited && needsWords) return `\${EDITOR:-vi} ${shellCommand([patch])}`;
  if (!needsWords) return shellCommand([command, 'prepare', patch, ...namedTree(tree)]);
  const why = lacksWhy ? ['--why-file', 'why.txt'] : [];
  const place = `${site.path}:${site.line}`;
  return shellCommand([command, 'fix', place, ...why, '--signoff', '--out', dirname(patch), ...namedTree(tree)]);
};

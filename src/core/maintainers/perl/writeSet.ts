import { charSource } from './charSource.ts';
import { classSource } from './classSource.ts';
import type { CharSet, SetItem } from './perlNode.ts';

/** What the script is for: texts of ASCII alone need no look at what Unicode knows besides, and go faster. */
export type Texts = 'ascii' | 'any';

/** One character of the set, or one that is not in it. */
export const writeSet = ({ negated, items }: Pick<CharSet, 'negated' | 'items'>, texts: Texts): string => {
  const [only = '', ...others] = items.map((item) => itemSource(item, texts));
  if (!negated && others.length === 0 && /^[[\\]/.test(only) && !only.includes('-')) return only;
  return `[${negated ? '^' : ''}${only}${others.join('')}]`;
};

const itemSource = (item: SetItem, texts: Texts): string => {
  if (item.kind === 'property') return `\\${item.negated ? 'P' : 'p'}{${item.name}}`;
  if (item.kind === 'range') {
    return item.from === item.to ? charSource(item.from) : `${charSource(item.from)}-${charSource(item.to)}`;
  }
  const members = classSource(item.name, texts === 'ascii' ? 'ascii' : item.rules);
  return item.negated ? `[^${members}]` : `[${members}]`;
};

import type { PerlNode } from './perlNode.ts';

/** More are slower to look for than the pattern itself. */
const most = 8;

/** Texts of which one is in every match, as many and as long as can be told at once. None where none can be told. */
export const needlesOf = (node: PerlNode): readonly string[] => {
  switch (node.kind) {
    case 'char':
      return node.fold === 'none' ? [String.fromCodePoint(node.code)] : [];
    case 'sequence':
      return [...runsIn(node.parts), ...node.parts.map(needlesOf)].reduce(better, []);
    case 'choice': {
      const each = node.choices.map(needlesOf);
      return each.some((needles) => needles.length === 0) ? [] : atMost(each.flat());
    }
    case 'group':
    case 'atomic':
      return needlesOf(node.body);
    case 'repeat':
      return node.min > 0 ? needlesOf(node.body) : [];
    default:
      return [];
  }
};

const atMost = (needles: readonly string[]): readonly string[] => (needles.length > most ? [] : needles);

/** The characters that stand side by side, as one needle each. */
const runsIn = (parts: readonly PerlNode[]): readonly (readonly string[])[] => {
  const runs: string[] = [''];
  for (const part of parts) {
    if (part.kind === 'char' && part.fold === 'none') runs.push(`${runs.pop()}${String.fromCodePoint(part.code)}`);
    else runs.push('');
  }
  return runs.filter((run) => run !== '').map((run) => [run]);
};

const better = (a: readonly string[], b: readonly string[]): readonly string[] =>
  b.length > 0 && shortest(b) > shortest(a) ? b : a;

const shortest = (needles: readonly string[]): number =>
  needles.length === 0 ? 0 : Math.min(...needles.map(({ length }) => length));

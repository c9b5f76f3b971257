import type { PerlNode } from './perlNode.ts';

export interface Width {
  readonly min: number;
  readonly max: number;
}

/** How many characters can match. */
export const widthOf = (node: PerlNode): Width => {
  switch (node.kind) {
    case 'char':
    case 'set':
      return { min: 1, max: 1 };
    case 'newline':
      return { min: 1, max: 2 };
    case 'assertion':
    case 'boundary':
    case 'look':
      return { min: 0, max: 0 };
    case 'group':
    case 'atomic':
      return widthOf(node.body);
    case 'sequence':
      return node.parts.map(widthOf).reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), { min: 0, max: 0 });
    case 'choice':
      return node.choices.map(widthOf).reduce((a, b) => ({ min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) }));
    case 'repeat': {
      const { min, max } = widthOf(node.body);
      return { min: min * node.min, max: max === 0 ? 0 : max * node.max };
    }
  }
};

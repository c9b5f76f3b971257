import { allocatorArithmetic } from '../core/finding/rules/allocatorArithmetic.ts';
import { Trouble } from '../core/trouble.ts';

/** Throws Trouble `input` for a name that no rule has; shapes of a rule count where `shapes` says so. */
export const requireRule = (name: string | undefined, shapes: readonly string[] = []): void => {
  const names = allocatorArithmetic.shapes.map((shape) => shape.name);
  if (name === undefined || name === allocatorArithmetic.name || shapes.includes(name)) return;
  throw new Trouble('input', {
    what: `There is no rule ${name}.`,
    why: `The rules are ${allocatorArithmetic.name}; its shapes are ${names.join(', ')}.`,
    next: 'patchling rules; those of the gate: patchling check --rules',
  });
};

import type { TroubleWords } from '../core/trouble.ts';
import type { PublicBase } from '../edge/git/publicBase.ts';

/** What the person should know of the commit that a series stands on, before others try to apply it there. */
export const baseNotes = (known: PublicBase, base: string): readonly TroubleWords[] => {
  if (known.kind === 'public') return [];
  if (known.kind === 'unknown') return [unknownNote(base, known.because)];
  return [localNote(known.between, base, known.base !== undefined)];
};

const localNote = (between: number, base: string, isNamed: boolean): TroubleWords => ({
  what:
    `The series stands on ${base.slice(0, 12)}, which is in no branch of a remote: `
    + `${between} of the commits below it ${between === 1 ? 'is' : 'are'} only yours.`,
  why: isNamed
    ? 'Who takes it needs those too; they are named as prerequisites.'
    : 'Nobody else can apply it: they do not have what it stands on.',
  next: 'Send those first, take them into the range, or move the series: git rebase --onto origin/master BASE',
});

const unknownNote = (base: string, because: string): TroubleWords => ({
  what: `Whether others have ${base.slice(0, 12)}, on which the series stands, is unknown: ${because}.`,
  next: 'git remote add origin ADDRESS-OF-THE-TREE && git fetch origin',
});

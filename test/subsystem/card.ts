import type { FilledCard } from '../../src/core/subsystem/filledCard.ts';
import { known, software, unknown, year } from './candidate.ts';

/** A card of a made-up subsystem with a lively year. */
export const card = ({ name = 'MADE NETWORK', ...rest }: Partial<FilledCard> & { name?: string } = {}): FilledCard => ({
  about: { name, status: 'Maintained', maintainers: 2, reviewers: 1, lists: ['made@lists.example'] },
  tree: {
    files: 40,
    unreadable: 0,
    lines: 16_000,
    bytes: 400_000,
    languages: [
      { language: 'C', files: 39, lines: 15_800 },
      { language: 'Makefile', files: 1, lines: 200 },
    ],
    selftests: ['tools/testing/selftests/net/made'],
    kunit: [],
    ...software,
  },
  history: known(year()),
  drift: unknown,
  cleanUps: { stance: 'welcome', because: '2 clean-ups by newcomers were merged in the year before 2026-08-20.' },
  sites: [{ rule: 'allocator-arithmetic', ready: 3, byHand: 1, refused: 2 }],
  load: 0,
  testFiles: [],
  steepness: { steep: 'moderate', because: ['it speaks to other machines'], unknown: [] },
  first: { begin: 'You would begin here.', command: ['patchling', 'find', '--subsystem', name, '--diff'] },
  ...rest,
});

import type { Candidate } from '../../src/core/subsystem/candidate.ts';
import type { HistoryFigures, Known } from '../../src/core/subsystem/card.ts';

/** What can be tested in a guest. */
export const software = {
  inQemu: { verdict: 'holds', seen: 'All of it can be tested in a plain guest.', share: 1 },
} as const;
export const device = { inQemu: { verdict: 'fails', seen: 'It drives a chip.', share: 0 } } as const;

const none = { fix: 0, cleanup: 0, docs: 0, tests: 0, feature: 0 };
export const unknown = { kind: 'unknown', because: 'nobody looked' } as const;
export const known = <Value>(value: Value): Known<Value> => ({ kind: 'known', value });

/** A year of a lively, friendly subsystem. */
export const year = (figures: Partial<HistoryFigures> = {}): HistoryFigures => ({
  until: '2026-08-20T18:15:24Z',
  months: Array.from({ length: 12 }, (_one, month) => ({
    month: `2026-${String(month + 1).padStart(2, '0')}`,
    patches: 10,
  })),
  patches: 120,
  authors: 30,
  kinds: { ...none, fix: 60, feature: 60 },
  newcomers: known({ people: 5, kinds: { ...none, fix: 3, cleanup: 2 } }),
  medianDaysToMerge: known(9),
  medianDaysToReply: unknown,
  reviewers: 8,
  reviewedShare: 0.6,
  appliers: 2,
  revertedShare: 0.01,
  newcomerCleanUps: 2,
  ...figures,
});

/** A made-up subsystem of 40 files in net/made/, of which nothing dear was looked at. */
export const candidate = ({
  name = 'MADE NETWORK',
  ...rest
}: Partial<Candidate> & { name?: string } = {}): Candidate => ({
  about: { name, status: 'Maintained', maintainers: 2, reviewers: 1, lists: ['made@lists.example'] },
  files: 40,
  folders: [{ folder: 'net/made/', files: 40 }],
  testFiles: [],
  selftests: [],
  kunit: unknown,
  lines: unknown,
  inQemu: { verdict: 'unknown', seen: 'Nobody can tell without trying.', share: 0 },
  history: unknown,
  cleanUps: { stance: 'unknown', because: 'no document says' },
  sites: unknown,
  load: 0,
  ...rest,
});

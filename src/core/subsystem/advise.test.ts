import assert from 'node:assert/strict';
import test from 'node:test';
import { candidate, device, known, software, unknown, year } from '../../../test/subsystem/candidate.ts';
import { adviceWeights } from './adviceWeights.ts';
import { advise, DRAWN, shortlist } from './advise.ts';
import type { Candidate } from './candidate.ts';

const nobody = { interests: [], hardware: [] };
const evenings = { hours: 3, months: 3, interests: ['networking'], hardware: [] };
const names = (newcomer: Parameters<typeof advise>[0], all: readonly Candidate[]): string[] =>
  advise(newcomer, all).advised.map(({ name }) => name);
const at = (name: string, folder: string, more: Partial<Candidate> = {}) =>
  candidate({ name, folders: [{ folder, files: 40 }], ...more });

test('what meets an interest stands before what is better in all else', () => {
  const fine = at('MADE FILES', 'fs/made/', { history: known(year()), ...software });
  const net = at('MADE NET', 'net/made/', { history: known(year({ patches: 7 })) });
  assert.deepEqual(names(evenings, [fine, net]), ['MADE NET', 'MADE FILES']);
  assert.deepEqual(names(nobody, [net, fine]), ['MADE FILES', 'MADE NET']);
});

test('one of the hardest is not first for who has little time, and not for who has much', () => {
  const hard = at('MADE MEMORY', 'mm/', { history: known(year({ patches: 3000, authors: 500 })) });
  const easy = at('MADE ALLOCATOR', 'drivers/made/', { history: known(year()) });
  for (const hours of [3, 40]) {
    const newcomer = { hours, months: 6, interests: ['memory', 'made'], hardware: [] };
    assert.equal(names(newcomer, [hard, easy])[0], 'MADE ALLOCATOR', String(hours));
  }
});

test('a device that one has counts, one that one lacks speaks against', () => {
  const board = at('RASPBERRY PI NETWORK', 'net/pi/', device);
  const protocol = at('MADE PROTOCOL', 'net/made/', software);
  assert.equal(names(evenings, [board, protocol])[0], 'MADE PROTOCOL');
  assert.equal(names({ ...evenings, hardware: ['Raspberry Pi'] }, [board, protocol])[0], 'RASPBERRY PI NETWORK');
  const against = advise(evenings, [board]).advised[0]?.against.join('\n') ?? '';
  assert.match(against, /You named no device for it: it drives a chip\./);
});

test('what is unknown raises nothing and lowers nothing, and is said', () => {
  const { advised, unknown: missing, knownShare } = advise(evenings, [at('A', 'net/a/'), at('B', 'net/b/')]);
  assert.deepEqual(
    missing.map(({ measure }) => measure),
    ['testable', 'newcomers', 'activity', 'clean-ups', 'sites', 'merging'],
  );
  assert.ok(knownShare > 0.4 && knownShare < 0.7, String(knownShare));
  for (const { counted, score } of advised) {
    const most = counted.reduce((sum, one) => sum + one.most, 0);
    assert.ok(Math.abs(most - (100 - DRAWN)) < 1e-9);
    const drawn = score - counted.reduce((sum, { points }) => sum + points, 0);
    assert.ok(drawn > -0.5 && drawn < DRAWN + 0.5, String(drawn));
  }
});

test('a question that was left out is not asked of the subsystems', () => {
  const { advised } = advise(nobody, [candidate({ history: known(year()) })]);
  const measures = advised[0]?.counted.map(({ measure }) => measure) ?? [];
  for (const name of ['interest', 'merging', 'load']) assert.ok(!measures.includes(name), name);
});

test('where more than three patches are open, others stand before it', () => {
  const full = at('FULL', 'net/full/', { load: 4, history: known(year()), ...software });
  const other = at('OTHER', 'net/other/', { history: known(year({ patches: 7, reviewers: 1 })) });
  assert.deepEqual(names(evenings, [full, other]), ['OTHER', 'FULL']);
  assert.match(advise(evenings, [full]).advised[0]?.against.join('\n') ?? '', /4 of your patches are open here/);
});

test('what part of the code needs no device counts, but for a scattered few files', () => {
  const fitOf = (verdict: 'holds' | 'fails', share: number): number | undefined => {
    const [one] = advise(evenings, [candidate({ inQemu: { verdict, seen: 'Seen.', share } })]).advised;
    return one?.counted.find(({ measure }) => measure === 'testable')?.fit;
  };
  assert.deepEqual([fitOf('holds', 1), fitOf('holds', 0.51), fitOf('fails', 0.25)], [0.8, 0.8, 0.4]);
  assert.deepEqual([fitOf('fails', 0.05), fitOf('fails', 0)], [0, 0]);
  const net = at('MADE NET', 'net/', { inQemu: { verdict: 'fails', seen: 'Seen.', share: 0.15 } });
  assert.deepEqual(names(evenings, [at('MADE NET DRIVER', 'net/made/', device), net]), ['MADE NET', 'MADE NET DRIVER']);
});

for (const stance of ['discouraged', 'none'] as const) {
  test(`clean-ups ${stance}: no points, and its open sites are not offered`, () => {
    const wish = { stance, because: 'its document says so' };
    const sites = known([{ rule: 'r', ready: 9, byHand: 0, refused: 0 }]);
    const [one] = advise(evenings, [candidate({ cleanUps: wish, sites })]).advised;
    assert.equal(one?.counted.find(({ measure }) => measure === 'clean-ups')?.points, 0);
    assert.equal(
      one?.counted.find(({ measure }) => measure === 'sites'),
      undefined,
    );
    if (stance === 'none')
      assert.match(one?.against.join('\n') ?? '', /^No tool-found clean-ups here, by its maintainers’ word: /m);
  });
}

test('every fit is between 0 and 1, whatever the figures', () => {
  const extremes = [0, 1, 7, 1000, 1_000_000].map((count) =>
    candidate({
      files: count,
      load: count,
      testFiles: Array.from({ length: Math.min(count, 100) }, String),
      sites: known([{ rule: 'r', ready: count, byHand: 0, refused: 0 }]),
      history: known(year({ patches: count, reviewers: count, medianDaysToMerge: known(count), reviewedShare: 1 })),
      lines: known(count),
      kunit: known(Array.from({ length: Math.min(count, 100) }, String)),
    }),
  );
  for (const { name, fit } of adviceWeights) {
    for (const one of extremes) {
      const said = fit({ hours: 100, months: 100, interests: ['networking', 'x'], hardware: ['y'] }, one);
      if (said.kind === 'counted') assert.ok(said.fit >= 0 && said.fit <= 1, `${name} ${one.files}: ${said.fit}`);
    }
  }
});

test('equals are spread by the person, and each person gets the same twice', () => {
  const equals = Array.from({ length: 12 }, (_one, index) => at(`NET ${index}`, 'net/made/'));
  const first = ['a', 'b', 'c', 'd', 'e'].map((who) => advise(evenings, equals, who).advised[0]?.name);
  assert.ok(new Set(first).size > 1);
  assert.deepEqual(advise(evenings, equals, 'a'), advise(evenings, equals, 'a'));
});

test('the shortlist takes the promising and says how many meet an interest', () => {
  const all = [...Array.from({ length: 30 }, (_one, index) => at(`FS ${index}`, 'fs/made/')), at('NET', 'net/made/')];
  const { names: short, matching } = shortlist(evenings, all, 5);
  assert.deepEqual([short.length, short[0], matching], [5, 'NET', 1]);
});

test('a document of its own and a lonely maintainer are told, though they cost nothing', () => {
  const about = {
    name: 'LONELY',
    status: 'Maintained',
    maintainers: 1,
    reviewers: 0,
    lists: [],
    profile: 'Documentation/a.rst',
  };
  const [one] = advise(nobody, [candidate({ about, history: unknown })]).advised;
  assert.match(one?.against.join('\n') ?? '', /Documentation\/a\.rst[\s\S]*One person answers/);
});

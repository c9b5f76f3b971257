import assert from 'node:assert/strict';
import test from 'node:test';
import { heldIn } from '../subsystem/stance.ts';
import { drawSite } from './drawSite.ts';
import { isGoodToBegin, mayBeDrawn, type RankedSite, rankSite } from './rankSite.ts';
import type { Site } from './site.ts';

const site = (path: string, more: Partial<Site> = {}): Site => ({
  rule: 'allocator-arithmetic',
  shape: 'product',
  path,
  line: 10,
  column: 2,
  endLine: 10,
  function: 'f',
  callee: 'kmalloc',
  expression: 'n * sizeof(*p)',
  fix: 'ready',
  reasons: [],
  because: [],
  replacement: 'kmalloc_array(n, sizeof(*p), GFP_KERNEL)',
  errors: 'none',
  at: 100,
  ...more,
});

const said = { by: 'Ada Made', date: '2026-11-03', mail: 'https://lists.made.example/1' };
const stances = heldIn(
  [
    { sections: ['ALONE'], stance: 'none', source: said },
    { sections: ['NETWORKING [GENERAL]'], stance: 'discouraged', source: said },
    { sections: ['MEDIA'], stance: 'only with other work', source: said },
    { folders: ['drivers/staging/made/'], stance: 'welcome', source: said },
  ],
  () => undefined,
);

const rank = (one: Site, subsystems = ['MEMORY MANAGEMENT']): number => rankSite(one, subsystems, 'ada', stances).rank;

test('what is ready goes before what a person decides, and that before what is refused', () => {
  const [ready, byHand, refused] = (['ready', 'by hand', 'refused'] as const).map((fix) =>
    rank(site('mm/a.c', { fix })),
  );
  assert.ok(ready !== undefined && byHand !== undefined && refused !== undefined);
  assert.ok(ready < byHand && byHand < refused);
});

test('what makes it worse, each with its points', () => {
  const good = rankSite(site('mm/a.c'), ['MEMORY MANAGEMENT'], 'ada', stances);
  assert.ok(isGoodToBegin(good));
  for (const [worse, subsystems] of [
    [site('arch/arm/mm/a.c'), ['ARM PORT']],
    [site('include/linux/a.h'), ['A']],
    [site('mm/a.c'), []],
    [site('net/core/a.c'), ['NETWORKING [GENERAL]']],
    [site('drivers/media/a.c'), ['MEDIA']],
    [site('mm/a.c', { expression: 'width * height' }), ['A']],
  ] as const) {
    const ranked = rankSite(worse, subsystems, 'ada', stances);
    assert.ok(!isGoodToBegin(ranked), `${worse.path} ${ranked.rankBecause.join(' ')}`);
    const points = ranked.rankBecause.map((one) => Number(/^\+(\d+) /.exec(one)?.[1]));
    assert.equal(
      points.reduce((sum, one) => sum + one, 0),
      ranked.rank,
    );
  }
});

test('what a subsystem has said: left alone, never drawn unasked, or no worse for it', () => {
  const one = (path: string, title: string): RankedSite => rankSite(site(path), [title], 'ada', stances);
  const alone = one('fs/a.c', 'ALONE');
  assert.deepEqual([alone.fix, alone.reasons, alone.replacement], ['refused', ['clean-ups-not-wanted'], undefined]);
  assert.match(alone.because[0] ?? '', /wants no clean-ups that a tool has found: Ada Made in https:.*, 2026-11-03\.$/);
  assert.deepEqual([alone, one('net/a.c', 'NETWORKING [GENERAL]')].map(mayBeDrawn), [false, false]);
  assert.deepEqual([one('drivers/media/a.c', 'MEDIA'), one('mm/a.c', 'OTHERS')].map(mayBeDrawn), [true, true]);
  const welcome = one('drivers/staging/made/a.c', 'STAGING SUBSYSTEM');
  assert.deepEqual([welcome.stance, isGoodToBegin(welcome), mayBeDrawn(welcome)], ['welcome', true, true]);
});

test('the same person sees the same order, another person another', () => {
  const sites = Array.from({ length: 40 }, (_, n) => site(`mm/a${n}.c`));
  const order = (who: string): string =>
    sites
      .map((one) => rankSite(one, ['A'], who, stances))
      .sort((one, other) => one.rank - other.rank)
      .map(({ path }) => path)
      .join();
  assert.equal(order('ada'), order('ada'));
  assert.notEqual(order('ada'), order('grace'));
});

const ranked = (count: number, folder: string, subsystem: string, more: Partial<Site> = {}): RankedSite[] =>
  Array.from({ length: count }, (_, n) => rankSite(site(`${folder}/${n}.c`, more), [subsystem], '', stances));

test('one seed draws one site, in whatever order they come', () => {
  const sites = [...ranked(30, 'mm', 'A'), ...ranked(30, 'fs', 'B')];
  const first = drawSite(sites, 'seed') ?? assert.fail();
  assert.deepEqual(drawSite(sites, 'seed'), first);
  assert.deepEqual(drawSite(sites.toReversed(), 'seed'), first);
});

test('a thousand newcomers are spread over all sites, and evenly over subsystems', () => {
  const sites = [...ranked(90, 'mm', 'LARGE'), ...ranked(10, 'fs', 'SMALL')];
  const drawn = Array.from({ length: 1000 }, (_, n) => drawSite(sites, `person ${n}`) ?? assert.fail());
  const small = drawn.filter(({ subsystems }) => subsystems[0] === 'SMALL').length;
  assert.ok(small > 420 && small < 580, `${small} of 1000 drew the small subsystem`);
  assert.ok(new Set(drawn.map(({ path }) => path)).size > 95);
  const most = Math.max(
    ...Map.groupBy(drawn, ({ path }) => path)
      .values()
      .map((all) => all.length),
  );
  assert.ok(most < 90, `one site was drawn ${most} times`);
});

test('only what is ready, and the good ones first', () => {
  const byHand = ranked(5, 'fs', 'B', { fix: 'by hand' });
  assert.equal(drawSite(byHand, 'seed'), undefined);
  assert.equal(drawSite([], 'seed'), undefined);
  const sites = [...byHand, ...ranked(1, 'mm', 'A'), ...ranked(50, 'arch/arm', 'C')];
  for (let n = 0; n < 50; n++) assert.equal(drawSite(sites, `${n}`)?.path, 'mm/0.c');
  assert.match(
    drawSite(ranked(3, 'arch/arm', 'C'), 'seed')?.path ?? '',
    /^arch/,
    'the others where there is no good one',
  );
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { candidate, device, known, software, year } from '../../test/subsystem/candidate.ts';
import { isSentence, page } from '../../test/subsystem/page.ts';
import type { AdviceGiven } from '../bench/adviseSubsystems.ts';
import { advise } from '../core/subsystem/advise.ts';
import { beginWith } from '../core/subsystem/beginWith.ts';
import { adviceJson } from './adviceJson.ts';
import { sayAdvice } from './sayAdvice.ts';

const tree = { folder: '/tree', how: '--tree', name: 'Linux 6.12' };
const newcomer = { hours: 3, months: 3, interests: ['networking'], hardware: [] };
const all = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'].map((name, index) =>
  candidate({
    name: `${name} NETWORK`,
    history: known(year({ newcomers: known({ people: 6 - index, kinds: { ...none(), fix: 6 - index } }) })),
    site: { path: `net/made/${name}.c`, line: 12, rule: 'allocator-arithmetic' },
    ...(index === 1 ? device : software),
  }),
);

function none() {
  return { fix: 0, cleanup: 0, docs: 0, tests: 0, feature: 0 };
}

const given = (changed: readonly string[] = [], candidates = all): AdviceGiven => {
  const advice = advise(newcomer, candidates, 'me');
  const firsts = advice.advised.map((one) => [one.name, beginWith(one.candidate, () => false)] as const);
  return { advice, firsts: new Map(firsts), weighed: 1200, matching: 60, changed, oddities: [] };
};

test('two at length, three in short, why not more, and what is not known', () => {
  const lines = page(80, (face) => sayAdvice(face, tree, given()));
  const text = lines.join('\n');
  assert.match(text, /^Of 1,200 subsystems of Linux 6\.12 that a newcomer can choose, 60 meet/);
  assert.match(text, /You said: 3 hours a week; 3 months; interests:\s+networking; no hardware named\./);
  assert.match(text, /^1\. ONE NETWORK {2}\d+ of 100$/m);
  assert.equal(text.match(/What speaks for it/g)?.length, 2);
  assert.match(text, /^If these two are not for you$/m);
  assert.match(text, /^5\. /m);
  assert.match(text, /Two at most\./);
  assert.match(text, /patchling fix net\/made\/ONE\.c:12 --tree \/tree/);
  assert.match(text, /^Not known, so not counted; \d+ % of the formula/m);
  assert.match(text, /^\? clean-ups: no document says$/m);
  assert.deepEqual(
    lines.filter(isSentence).filter((line) => line.length > 80),
    [],
  );
});

test('points that add up to the score, but for what is drawn', () => {
  for (const { score, counted } of given().advice.advised) {
    const sum = counted.reduce((all, { points }) => all + points, 0);
    assert.ok(score - sum > -0.5 && score - sum < 2.5);
  }
});

test('what changed stands before the advice', () => {
  const text = page(80, (face) => sayAdvice(face, tree, given(['You have 3 hours a week now; it was 20.']))).join('\n');
  assert.match(text, /Since the last time\n• You have 3 hours a week now; it was 20\.\n\n1\. /);
});

test('a tree without anything to choose says so', () => {
  const text = page(80, (face) => sayAdvice(face, tree, given([], []))).join(' ');
  assert.match(text, /Linux 6\.12 has no subsystem that a newcomer could be advised to choose/);
});

test('for scripts: one document', () => {
  const json = adviceJson(given(['x']), (words) => words.join(' '));
  assert.deepEqual(json['newcomer'], { hours: 3, months: 3, interests: ['networking'], hardware: [] });
  assert.deepEqual(json['changed'], ['x']);
  const advice = json['advice'] as Record<string, unknown>[];
  assert.deepEqual(
    advice.map(({ recommended }) => recommended),
    [true, true, false, false, false],
  );
  for (const name of ['name', 'score', 'because', 'against', 'begin', 'command'])
    assert.ok(name in (advice[0] ?? {}), name);
  assert.equal(advice[0]?.['command'], 'patchling fix net/made/ONE.c:12');
});

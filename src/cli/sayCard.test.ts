import assert from 'node:assert/strict';
import test from 'node:test';
import { known, unknown, year } from '../../test/subsystem/candidate.ts';
import { card } from '../../test/subsystem/card.ts';
import { isSentence, page } from '../../test/subsystem/page.ts';
import { sayCard } from './sayCard.ts';

const tree = { folder: '/tree', how: '--tree', name: 'Linux 6.12' };
const shown = (columns: number | undefined, more: Parameters<typeof card>[0] = {}): string =>
  page(columns, (face) => sayCard(face, tree, card(more))).join('\n');

test('a page that fits 80 and 100 columns', () => {
  for (const columns of [80, 100]) {
    const wide = page(columns, (face) => sayCard(face, tree, card())).filter((line) => line.length > columns);
    assert.deepEqual(wide.filter(isSentence), []);
  }
});

test('says who, how much, how lively, how friendly, and what next', () => {
  const text = shown(80);
  for (const said of [
    /^MADE NETWORK {2}Linux 6\.12$/m,
    /^Who +Maintained; 2 maintainers, 1 reviewer$/m,
    /^Lists +made@lists\.example$/m,
    /^Size +40 files, 16,000 lines\n +C 99 %, Makefile 1 %$/m,
    /^How steep +moderate\n +it speaks to other machines$/m,
    /^Tests +1 folder of selftests\n +tools\/testing\/selftests\/net\/made$/m,
    /^In QEMU +✓ holds {2}no device is needed$/m,
    /^Activity +█{12} 120 patches by 30 people$/m,
    /^Newcomers +5 people had a first patch merged\n +3 fixes, 2 clean-ups$/m,
    /^To merge +half of them within 9 days$/m,
    /^First reply +\? unknown {2}nobody looked$/m,
    /^Reverted +1 %$/m,
    /^Clean-ups +welcome$/m,
    /^Open sites +3 ready, 1 by hand \(allocator-arithmetic\)$/m,
    /^Your load +no patch of yours is open here$/m,
    /^ +patchling find --subsystem 'MADE NETWORK' --diff --tree \/tree$/m,
    /patchling who PATCH/,
  ]) {
    assert.match(text, said);
  }
  assert.doesNotMatch(text, /Drift/, 'the history says more');
});

test('into a file the months are numbers', () => {
  const text = shown(undefined);
  assert.doesNotMatch(text, /█/);
  assert.match(text, /a month, oldest first: 10 10 10/);
});

test('without history: one reason, what is unknown for want of it, and the command that would settle it', () => {
  const history = { kind: 'unknown', because: 'it is a plain folder', settle: 'git clone it' } as const;
  const drift = known({
    ...{ from: '6.1', to: '6.12', filesAdded: 3, filesRemoved: 0, filesChanged: 12, filesSame: 25, lines: -1200 },
    ...{ sitesBefore: 9, sitesNow: 4 },
  });
  const cleanUps = { stance: 'unknown', because: 'Nobody says.', settle: history.settle } as const;
  const text = shown(80, { history, drift, cleanUps });
  assert.match(text, /^History +\? unknown {2}it is a plain folder, so activity, newcomers,/m);
  assert.equal(text.match(/settle it: git clone it/g)?.length, 1, 'said once');
  assert.doesNotMatch(text, /^(?:Activity|Newcomers|Reverted)/m);
  assert.match(text, /^Drift +since 6\.1: 3 files added, 0 removed, 12 changed$/m);
  assert.match(text, /1,200 lines fewer\n +open sites then 9, now 4/);
});

test('odd ends: no status, no list, no patches, unknown stance, no sites, too many open', () => {
  const about = { name: 'ODD', status: '', maintainers: 0, reviewers: 0, lists: [], profile: 'Documentation/odd.rst' };
  const text = shown(80, {
    about,
    history: known(year({ patches: 1, authors: 1, newcomers: unknown, months: [{ month: '2026-08', patches: 0 }] })),
    tree: { ...card().tree, unreadable: 2 },
    cleanUps: { stance: 'unknown', because: 'Nobody says.', settle: 'git clone it' },
    sites: [],
    load: 4,
  });
  assert.match(text, /no status given; 0 maintainers/);
  assert.match(text, /Its rules +Documentation\/odd\.rst: read it first/);
  assert.match(text, /^Activity +· 1 patch by one person$/m);
  assert.match(text, /^Newcomers +\? unknown/m);
  assert.match(text, /^Size +40 files, 16,000 lines; 2 files could not be read$/m);
  assert.match(text, /^Clean-ups +\? unknown {2}Nobody says\.\n +settle it: git clone it$/m);
  assert.match(text, /^Open sites +none$/m);
  assert.match(text, /^Your load +✗ fails {2}4 of your patches are open here\n +More than 3 are advised against/m);
});

test('a maintainer’s word against clean-ups that tools find', () => {
  const text = shown(100, { cleanUps: { stance: 'none', because: 'Ada Made wants none.' } });
  assert.match(text, /^Clean-ups +no tool-found clean-ups here, by its maintainers’ word\n +Ada Made wants none\.$/m);
});

test('a title that would move the cursor is shown', () => {
  assert.doesNotMatch(shown(80, { name: 'BAD\u001b[2J' }), /\u001b/);
});

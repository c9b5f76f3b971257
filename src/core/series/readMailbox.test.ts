import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { PatchSeries } from './patchSeries.ts';
import { readMailbox } from './readMailbox.ts';
import { readSeries } from './readSeries.ts';

const DIFF = '---\n\ndiff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n';

interface Said {
  readonly id?: string;
  readonly to?: string;
  readonly from?: string;
  readonly text?: string;
}

const mail = (subject: string, { id, to, from = 'a@b.c', text = DIFF }: Said = {}): string =>
  [
    'From git@z Thu Jan  1 00:00:00 1970',
    `From: A <${from}>`,
    `Subject: ${subject}`,
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(to === undefined ? [] : [`In-Reply-To: <${to}>`]),
    '',
    `Why.\n${text}\n`,
  ].join('\n');

const told = ({ version, cover, patches, total }: PatchSeries): string =>
  `v${version} ${cover?.subject.summary ?? '-'}: ${patches.map(({ subject }) => subject.summary).join(' ')} of ${total ?? '-'}`;
const read = (...mails: readonly string[]) => readMailbox([{ file: 'all.mbox', source: mails.join('') }]);
const seriesOf = (...mails: readonly string[]): readonly string[] => read(...mails).series.map(told);

describe('one mbox', () => {
  test('a series in any order, its cover first', () => {
    const mails = [
      mail('[PATCH 2/2] b', { id: '2', to: '0' }),
      mail('[PATCH 0/2] all', { id: '0', text: '' }),
      mail('[PATCH 1/2] a', { id: '1', to: '0' }),
    ];
    assert.deepEqual(seriesOf(...mails), ['v1 all: a b of 2']);
  });

  test('two versions, the newer one an answer to the older', () => {
    const mails = [
      mail('[PATCH 0/1] all', { id: '0', text: '' }),
      mail('[PATCH 1/1] a', { id: '1', to: '0' }),
      mail('[PATCH v2 0/1] all', { id: '20', to: '0', text: '' }),
      mail('[PATCH v2 1/1] a', { id: '21', to: '20' }),
    ];
    assert.deepEqual(seriesOf(...mails), ['v1 all: a of 1', 'v2 all: a of 1']);
  });

  test('a missing part is missing, and another series does not fill it', () => {
    const mails = [
      mail('[PATCH 1/3] a', { id: '1' }),
      mail('[PATCH 3/3] c', { id: '3', to: '1' }),
      mail('[PATCH 1/3] k', { id: '11' }),
      mail('[PATCH 2/3] l', { id: '12', to: '11' }),
    ];
    assert.deepEqual(seriesOf(...mails), ['v1 -: a c of 3', 'v1 -: k l of 3']);
  });

  test('the cover is missing, and the patches say what they answered', () => {
    const mails = ['a', 'b'].map((name, at) => mail(`[PATCH ${at + 1}/2] ${name}`, { id: name, to: 'gone' }));
    assert.deepEqual(seriesOf(...mails), ['v1 -: a b of 2']);
  });

  test('each patch an answer to the one before', () => {
    const mails = ['a', 'b', 'c'].map((name, at) =>
      mail(`[PATCH ${at + 1}/3] ${name}`, { id: `${at}`, ...(at > 0 && { to: `${at - 1}` }) }),
    );
    assert.deepEqual(seriesOf(...mails), ['v1 -: a b c of 3']);
  });

  test('as b4 writes it: no answers, each patch from its author', () => {
    const mails = ['a', 'b'].map((name, at) =>
      mail(`[PATCH v3 ${at + 1}/2] ${name}`, { id: name, from: `${name}@b.c` }),
    );
    assert.deepEqual(seriesOf(...mails), ['v3 -: a b of 2']);
    assert.deepEqual(seriesOf(...mails, mail('[PATCH v3 1/2] k', { id: 'k' }), mail('[PATCH v3 2/2] l', { id: 'l' })), [
      'v3 -: a b of 2',
      'v3 -: k l of 2',
    ]);
  });

  test('what comes twice counts once', () => {
    const one = mail('[PATCH] a', { id: '1' });
    assert.deepEqual(seriesOf(one, one), ['v1 -: a of -']);
  });

  test('patches without numbers stand alone', () => {
    assert.deepEqual(seriesOf(mail('[PATCH] a', { id: '1' }), mail('[PATCH] b', { id: '2', to: '1' })), [
      'v1 -: a of -',
      'v1 -: b of -',
    ]);
  });

  test('answers and announcements are others, be there a diff in them', () => {
    const { series, others } = read(
      mail('[PATCH] a', { id: '1' }),
      mail('Re: [PATCH] a', { id: '2', to: '1', text: 'No.\n' }),
      mail('Re: [PATCH] a', { id: '3', to: '1' }),
      mail('[ANNOUNCE] x', { id: '4', text: '' }),
    );
    assert.deepEqual(series.map(told), ['v1 -: a of -']);
    assert.equal(others.length, 3);
  });

  test('a patch whose diff was forgotten is one', () => {
    assert.deepEqual(seriesOf(mail('[PATCH] a', { text: '' })), ['v1 -: a of -']);
  });
});

test('all as one series, whatever the numbers; answers are left out', () => {
  const source = mail('[PATCH 2/2] b') + mail('[PATCH] a') + mail('Re: [PATCH] a');
  assert.equal(told(readSeries([{ file: '-', source }])), 'v1 -: a b of 2');
  assert.equal(readSeries([{ file: '-', source: mail('words', { text: '' }) }]).mails.length, 1);
  assert.deepEqual(readSeries([]), { version: 1, patches: [], mails: [] });
});

describe('what git format-patch writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-series-'));
  after(() => rmSync(folder, { recursive: true }));
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...words], { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  for (const name of ['root', 'a', 'b', 'c']) {
    execFileSync('tee', ['x'], { cwd: folder, input: `${name}\n` });
    git('add', 'x');
    git('commit', '--quiet', '--message', `mm: ${name}\n\nWhy.\n\nSigned-off-by: A <a@b.c>`);
  }
  const filesOf = (...options: readonly string[]) => {
    const out = mkdtempSync(join(folder, 'out-'));
    git('format-patch', '--quiet', '-o', out, ...options, 'HEAD~3');
    return readdirSync(out).map((name) => {
      const file = join(out, name);
      return { file, source: readFileSync(file, 'latin1') };
    });
  };
  const ways: Readonly<Record<string, readonly [options: readonly string[], told: string]>> = {
    'a folder': [[], 'v1 -: mm: a mm: b mm: c of 3'],
    'a folder with a cover': [['--cover-letter', '--base=HEAD~3'], 'v1 *** SUBJECT HERE ***: mm: a mm: b mm: c of 3'],
    'without numbers': [['-N', '--cover-letter'], 'v1 *** SUBJECT HERE ***: mm: a mm: b mm: c of -'],
    threaded: [['--thread', '-v4', '--cover-letter'], 'v4 *** SUBJECT HERE ***: mm: a mm: b mm: c of 3'],
    'threaded deep': [['--thread=deep', '--rfc', '--start-number=1'], 'v1 -: mm: a mm: b mm: c of 3'],
  };
  for (const [name, [options, expected]] of Object.entries(ways)) {
    test(name, () => {
      const files = filesOf(...options);
      assert.deepEqual(readMailbox(files).series.map(told), [expected]);
      const mbox = files.map(({ source }) => source).join('');
      if (!options.includes('-N'))
        assert.deepEqual(readMailbox([{ file: 'all.mbox', source: mbox }]).series.map(told), [expected]);
    });
  }

  test('the base stands in the cover', () => {
    const { cover } = readMailbox(filesOf('--cover-letter', '--base=HEAD~3')).series[0] ?? {};
    assert.equal(cover?.base.commit, git('rev-parse', 'HEAD~3').trim());
  });
});

test('5,000 mails, of one thread or of none, take no longer than their number', () => {
  const mails = (to?: string): string[] =>
    Array.from({ length: 5000 }, (_, at) => mail(`[PATCH 1/2] ${at}`, { id: `${at}`, ...(to && { to }) }));
  assert.equal(read(...mails()).series.length, 5000);
  assert.equal(read(...mails('root')).series.length, 5000);
});

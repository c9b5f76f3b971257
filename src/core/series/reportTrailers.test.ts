import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reportTrailers } from './reportTrailers.ts';

const ID = '0123456789abcdef0123';
const SYZBOT = [
  `Reported-by: syzbot+${ID}@syzkaller.appspotmail.com`,
  `Closes: https://syzkaller.appspot.com/bug?extid=${ID}`,
];

const lines = (text: string): readonly string[] =>
  reportTrailers(text).found.map(({ trailer }) => `${trailer.token}: ${trailer.value}`);
const missing = (text: string): string => reportTrailers(text).missing.join(' ');

const mail = (headers: readonly string[], ...body: readonly string[]): string =>
  [...headers, '', ...body, ''].join('\n');
const BO = 'From: Bo Other <bo@other.example>';
const VGER = 'To: linux-made@vger.kernel.org';

test('a bug of syzbot, however it is named', () => {
  const address = `syzbot+${ID}@syzkaller.appspotmail.com`;
  const page = `https://syzkaller.appspot.com/bug?extid=${ID}`;
  for (const one of [address, `<${address}>`, page, `${page}#x`, ` ${ID}\n`]) assert.deepEqual(lines(one), SYZBOT, one);
  assert.deepEqual(lines(`<html>\n<b>Reported-by:</b> ${address}<br>\n</html>`), SYZBOT);
  const sent = mail(
    [`From: syzbot <${address}>`, VGER, 'Subject: [syzbot] KASAN: bad'],
    'Hello,',
    '',
    'IMPORTANT: if you fix the issue, please add the following tag to the commit:',
    `Reported-by: ${address}`,
  );
  assert.deepEqual(lines(sent), SYZBOT);
  assert.match(
    missing('https://syzkaller.appspot.com/bug?id=0123456789abcdef0123456789abcdef01234567'),
    /copy that line/,
  );
});

test('a mail of the kernel test robot asks for its lines itself', () => {
  const sent = mail(
    ['From: kernel test robot <lkp@robots.example>', VGER, 'Message-ID: <1@robots.example>'],
    'If you fix the issue in a separate patch/commit, kindly add following tags',
    '| Reported-by: kernel test robot <lkp@robots.example>',
    '| Closes: https://lore.kernel.org/oe-kbuild-all/1@robots.example/',
    '',
    'Reviewed-by: Nobody <nobody@made.example>',
  );
  assert.deepEqual(lines(sent), [
    'Reported-by: kernel test robot <lkp@robots.example>',
    'Closes: https://lore.kernel.org/oe-kbuild-all/1@robots.example/',
  ]);
});

test('a person who wrote to a list is named, with the place in the archive', () => {
  const body = ['It crashes. Reported-by: is not asked for.'];
  assert.deepEqual(lines(mail([BO, VGER, 'Message-ID: <20261123.1/a@other.example>'], ...body)), [
    'Reported-by: Bo Other <bo@other.example>',
    'Closes: https://lore.kernel.org/r/20261123.1%2Fa@other.example',
  ]);
  const elsewhere = mail([BO, 'To: made@lists.made.example', 'Message-ID: <1@other.example>'], ...body);
  assert.deepEqual(lines(elsewhere), ['Reported-by: Bo Other <bo@other.example>']);
  assert.match(missing(elsewhere), /made@lists\.made\.example, whose archive is not known here/);
  const said = mail([BO, 'Archived-At: <https://lists.made.example/a/1>'], ...body);
  assert.equal(lines(said)[1], 'Closes: https://lists.made.example/a/1');
});

test('who wrote in private is asked first', () => {
  const sent = mail([BO, 'To: Ada Made <ada@made.example>', 'Message-ID: <1@other.example>'], 'It crashes.');
  assert.deepEqual(lines(sent), []);
  assert.match(missing(sent), /^The report went to no public list.*Ask Bo Other <bo@other\.example> before/);
});

test('an address on the web closes the report; who reported it stands there', () => {
  const url = 'https://gitlab.made.example/made/-/issues/12';
  assert.deepEqual(lines(url), [`Closes: ${url}`]);
  assert.match(missing(url), /stands on that page/);
  assert.match(
    missing('https://lore.kernel.org/r/1@made.example/'),
    /Save it \(https:\/\/lore\.kernel\.org\/r\/1@made\.example\/raw\)/,
  );
});

test('what helps nobody is not written', () => {
  for (const url of ['http://tracker/12', 'https://bugs.made.corp/1', 'http://10.0.0.7/x', 'http://192.168.1.2:80/x']) {
    assert.deepEqual(lines(url), [], url);
    assert.match(missing(url), /not reached by others/, url);
  }
  for (const one of ['bug-12', 'ada@made.example', 'words of no mail at all']) {
    assert.deepEqual(lines(one), []);
    assert.notEqual(missing(one), '', one);
  }
});

test('whatever comes, it answers', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (head, body) => {
      for (const text of [head, `From: ${head}\n\n${body}`, `https://${head}`]) {
        const { found, missing: left } = reportTrailers(text);
        if (found.length + left.length === 0) return false;
        if (found.some(({ trailer }) => /[\n\r]/.test(trailer.value))) return false;
      }
      return true;
    }),
  );
  const begun = performance.now();
  reportTrailers(
    `From: a@b.c\n\n${'please add the following tag |'.repeat(300_000)}\n${'| Closes: x \n'.repeat(300_000)}`,
  );
  assert.ok(performance.now() - begun < 5000);
});

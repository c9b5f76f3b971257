import fc from 'fast-check';

/** Mails as programs and people write them, the plain and the odd; bytes as characters. */
const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64').replace(/.{60}/g, '$&\n');
const quoted = (text: string): string =>
  text
    .replace(/[=\u0080-\u00ff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/[ \t]$/gm, (sign) => (sign === ' ' ? '=20' : '=09'))
    .replace(/^.{70}(?=[^=]{3})/gm, '$&=\n');

// biome-ignore format: words
// No quote or comment stays open: there git 2.39 reads beyond the value's end, and says what lies there.
const WORDS = [
  'Ada', 'made', 'Größe', 'Łuk', '日本', '"q, "', ',', '(a)', '=', '=?', '?=', '[PATCH]', '[PATCH v2 1/3]', 'Re:', 'RE: ',
  ' ', '  ', '\t', ':', '[', ']', '@', '<', '>', 'x: y', '=?UTF-8?q?Gr=C3=B6=C3=9Fe?=', '=?utf-8?B?xYF1aw==?=',
  '=?iso-8859-1?q?Gr=F6=DFe_?=', '=?made-up?q?x?=', '=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '"a\\"b"', '(a (b) c)', '\r',
];
// biome-ignore format: lines
const LINES = [
  '', '', ' ', 'a line', '---', '--- ', '--- a/x', '---x', 'diff --git a/x b/x', 'diff -u x', 'Index: x', 'From: Eve Made <eve@made.example>',
  'From: ', 'Subject: other', 'Subject: [PATCH] other', 'Date: today', '[PATCH] in body', '>From here', 'From here', ' folded',
  '\tfolded', '-- >8 --', '--made', '--made--', '=20', 'x=', 'Größe zählt', 'quoted\r', '@@ -1 +1 @@', '-a', '+b', 'x '.repeat(60),
  '-- ', 'Signed-off-by: Ada Made <ada@made.example>', 'Content-Type: text/html', 'diff ',
];

const joined = (pieces: readonly string[], most: number, by: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: most }).map((drawn) => bytes(drawn.join(by)));
const words = joined(WORDS, 6, '').map((text) => text.replace(/\r/g, ''));
const body = joined(LINES, 14, '\n').map((text) => `${text}\n`);

const header = fc.oneof(
  fc
    .tuple(fc.constantFrom('From', 'Subject', 'Date', 'X-Made', 'from', 'SUBJECT'), words)
    .map(([name, value]) => `${name}: ${value}`),
  words.map((name) => `From: ${name} <ada@made.example>`),
  fc.tuple(words, words).map(([one, two]) => `Subject: ${one}\n ${two}`),
  fc.constantFrom(
    'Date: Mon, 23 Nov 2026 18:00:00 +0000',
    'From: ada@made.example (Ada Made)',
    'no header',
    'From: Ada',
  ),
);
const CHARSETS = ['UTF-8', 'utf8', 'iso-8859-1', 'us-ascii', 'windows-1252', 'koi8-r', '"UTF-8"', ''];
const charset = fc.constantFrom(...CHARSETS).map((name) => (name === '' ? '' : `; charset=${name}`));
const flowed = fc.constantFrom('', '', '', '; format=flowed', '; format=flowed; delsp=yes');
const encoded = fc
  .tuple(body, charset, flowed, fc.constantFrom('7bit', '8bit', 'quoted-printable', 'base64', 'Base64', 'x'))
  .map(([text, of, flow, encoding]) => {
    const written = /^base64$/i.test(encoding) ? base64(text) : encoding === 'quoted-printable' ? quoted(text) : text;
    return `Content-Type: text/plain${of}${flow}\nContent-Transfer-Encoding: ${encoding}\n\n${written}`;
  });
const multipart = fc
  .array(encoded, { minLength: 1, maxLength: 3 })
  .map(
    (parts) =>
      `Content-Type: multipart/mixed; boundary="made"\n\npreamble\n--made\n${parts.join('\n--made\n')}\n--made--\n`,
  );

export const drawnMail: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(header, { maxLength: 5 }),
    fc.oneof(
      body.map((text) => `\n${text}`),
      encoded,
      multipart,
    ),
    fc.boolean(),
  )
  .map(([headers, rest, isMbox]) =>
    [
      ...(isMbox ? ['From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001'] : []),
      ...headers,
      rest,
    ].join('\n'),
  );

/** Several of them behind each other, with what looks like a separator and is none. */
export const drawnMbox: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'From ada@made.example Mon Nov 23 18:00:00 2026',
        'From mboxrd@z Thu Jan  1 00:00:00 1970',
        'From here on it is 10:00',
        '>From ada Mon Nov 23 18:00:00 2026',
        'From a 1:23:45 1989',
        '',
      ),
      body,
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((mails) => mails.map(([separator, text]) => `${separator}\nSubject: x\n\n${text}`).join(''));

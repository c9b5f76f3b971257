import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { readMail } from '../mail/readMail.ts';
import { bytesOf } from '../mail/textOf.ts';
import { readPatchMail } from '../patch/readPatchMail.ts';
import { coverFromText, readCover } from './coverLetter.ts';

const mailOf = (text: string) => readPatchMail(readMail(bytesOf(text), { file: '0000-cover-letter.patch', at: 1 }));

/** What real git writes, with a subject and a blurb from the branch's description where one is given. */
const written = (description?: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cover-'));
  try {
    gitFolder(folder, { 'a.c': 'int a;\n' });
    commitFiles(folder, { 'a.c': 'int b;\n' }, 'mm: one');
    commitFiles(folder, { 'b.c': 'int c;\n' }, 'mm: two');
    if (description !== undefined) inGit(folder, 'config', 'branch.main.description', description);
    const from = description === undefined ? 'none' : 'subject';
    return inGit(
      folder,
      'format-patch',
      '--stdout',
      '--cover-letter',
      `--cover-from-description=${from}`,
      '--base=HEAD~2',
      '-2',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const coverIn = (mbox: string): string => mbox.slice(0, mbox.indexOf('\nFrom ', 10));

test('git’s own words are no words', () => {
  assert.deepEqual(readCover(mailOf(coverIn(written()))), { subject: '', blurb: '' });
});

test('the person’s words, as git writes them', () => {
  const text =
    'Count the objects once\n\nThey are counted twice.\n\n  code (3):\n\nSo count them once: é.\n\nChanges in v2:\n- less';
  const mail = mailOf(coverIn(written(text)));
  assert.deepEqual(readCover(mail), {
    subject: 'Count the objects once',
    blurb: 'They are counted twice.\n\n  code (3):\n\nSo count them once: é.',
  });
  assert.equal(coverFromText(coverIn(written(text))).blurb.endsWith('Changes in v2:\n- less'), true);
});

test('as b4 writes it, and words behind the notes', () => {
  const text = [
    'From: Ada Made <ada@made.example>',
    'Subject: [PATCH v3 0/2] Count the objects once',
    '',
    'They are counted twice.',
    '',
    'Changes since v2:',
    ' - less',
    '',
    'Thanks to all who read it.',
    '',
    'Signed-off-by: Ada Made <ada@made.example>',
    '---',
    'Changes in v3:',
    '- more',
    '',
    '---',
    'Ada Made (2):',
    '      mm: one',
    '      mm: two',
    '',
    ' a.c | 2 +-',
    ' 1 file changed, 1 insertion(+), 1 deletion(-)',
    '---',
    'base-commit: 1234567890123456789012345678901234567890',
    'change-id: 20261101-count-1234567890ab',
    '',
    'Best regards,',
    '-- ',
    'Ada Made <ada@made.example>',
    '',
  ].join('\n');
  assert.deepEqual(readCover(mailOf(text)), {
    subject: 'Count the objects once',
    blurb: 'They are counted twice.\n\nThanks to all who read it.',
  });
});

test('a person’s file', () => {
  assert.deepEqual(coverFromText('\r\nThe subject \r\n\r\nThe blurb,\r\n# dropped\r\nall of it.\r\n\r\n\r\nEnd.\r\n'), {
    subject: 'The subject',
    blurb: 'The blurb,\nall of it.\n\nEnd.',
  });
  assert.deepEqual(coverFromText('# only a comment\n\n'), { subject: '', blurb: '' });
  assert.deepEqual(coverFromText('EDITME: cover title for x\n\nEDITME: describe the purpose\nof it.\n\nMine.'), {
    subject: '',
    blurb: 'Mine.',
  });
});

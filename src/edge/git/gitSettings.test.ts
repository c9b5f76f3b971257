import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { gitSettings } from './gitSettings.ts';

test('only what is set is there, the last value counts, and case matters in the middle only', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { a: '' });
    inGit(tree, 'config', 'patchling.seed', '1');
    inGit(tree, 'config', '--add', 'patchling.seed', '7\nand more');
    inGit(tree, 'config', 'sendemail.Work.smtpServer', 'mail.example.org');
    appendFileSync(join(tree, '.git', 'config'), '[format]\n\tsignOff\n');
    const names = [
      'Patchling.Seed',
      'format.signOff',
      'sendemail.Work.smtpserver',
      'sendemail.work.smtpserver',
    ] as const;
    assert.deepEqual(await gitSettings(tree, names), {
      'Patchling.Seed': '7\nand more',
      'format.signOff': 'true',
      'sendemail.Work.smtpserver': 'mail.example.org',
    });
    assert.deepEqual(await gitSettings(tree, ['patchling.none']), {});
  });
});

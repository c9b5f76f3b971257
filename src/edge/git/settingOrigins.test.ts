import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, writeFiles } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { settingOrigins } from './settingOrigins.ts';

test('each setting with its file, in the order of git; of a secret only that it is set', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': '1\n' });
    const config = [
      '[core]\n[sendemail]\n\tsmtpPass = sesame\n\tto = one@lists.example\n\tto = two@lists.example\n\tconfirm',
      '\tsmtpServer = https://ada:sesame@mail.example\n\tsendmailCmd = msmtp --password=sesame -t',
      '[sendemail "work"]\n\tsmtpPass = sesame\n[b4]\n\tpw-key = sesame\n[other]\n\tkey = 1\n',
    ].join('\n');
    writeFiles(tree, { '.git/config': config });
    const all = (await settingOrigins(tree, ['sendemail', 'b4'])) ?? [];
    const local = all.filter(({ scope }) => scope === 'local');
    assert.deepEqual(
      local.map(({ name, value }) => [name, value]),
      [
        ['sendemail.smtppass', undefined],
        ['sendemail.to', 'one@lists.example'],
        ['sendemail.to', 'two@lists.example'],
        ['sendemail.confirm', 'true'],
        ['sendemail.smtpserver', 'https://ada:…@mail.example'],
        ['sendemail.sendmailcmd', 'msmtp --password=… -t'],
        ['sendemail.work.smtppass', undefined],
        ['b4.pw-key', undefined],
      ],
    );
    assert.deepEqual([...new Set(local.map(({ origin }) => origin))], ['.git/config']);
    assert.doesNotMatch(JSON.stringify(all), /sesame/);
  });
});

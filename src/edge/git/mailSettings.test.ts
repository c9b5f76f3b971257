import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, writeFiles } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { mailSettings } from './mailSettings.ts';

test('who the person is, and what they have set up for mail', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': '1\n' });
    const config =
      '[core]\n[user]\n\tname = Ada Made\n\temail = ada@made.example\n[sendemail]\n\tsmtpServer = mail.example\n\tchainReplyTo\n[format]\n\tsignOff = true\n[other]\n\tkey = 1\n';
    writeFiles(tree, { '.git/config': config });
    const { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address } = process.env;
    const settings = await mailSettings(tree);
    assert.ok(settings.known);
    assert.equal(settings.value.name, name ?? 'Ada Made');
    assert.equal(settings.value.address, address ?? 'ada@made.example');
    assert.equal(settings.value.values.get('sendemail.smtpserver'), 'mail.example');
    assert.equal(settings.value.values.get('sendemail.chainreplyto'), 'true');
    assert.equal(settings.value.values.get('format.signoff'), 'true');
    assert.equal(settings.value.values.get('other.key'), undefined);
  });
});

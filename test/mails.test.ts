import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { splitMbox } from '../src/core/mail/splitMbox.ts';
import { drawnMail, drawnMbox } from './world/drawnMail.ts';
import { bothMailinfos, bothSplits } from './world/mailJudge.ts';

const noGit = spawnSync('git', ['--version']).status !== 0 && 'because git is not installed: apt-get install git';
const RUNS = 600;

describe('mails as git reads them', { skip: noGit }, () => {
  test('git mailinfo: author, subject, date, message and patch of drawn mails, to the byte', (t) => {
    let agreed = 0;
    fc.assert(
      fc.property(drawnMail, (source) => {
        const { theirs, ours } = bothMailinfos(source);
        assert.equal(ours, theirs);
        agreed++;
      }),
      { numRuns: RUNS },
    );
    t.diagnostic(`${agreed} of ${RUNS} drawn mails as git mailinfo has them`);
  });

  test('git mailsplit: where one mail ends and the next begins', (t) => {
    let agreed = 0;
    fc.assert(
      fc.property(drawnMbox, (source) => {
        const { theirs, ours } = bothSplits(source);
        assert.deepEqual(ours, theirs);
        for (const { at, source: mail } of splitMbox(source)) {
          assert.ok(
            source
              .split('\n')
              .slice(at - 1)
              .join('\n')
              .startsWith(mail.split('\n')[0] ?? ''),
          );
        }
        agreed++;
      }),
      { numRuns: 100 },
    );
    t.diagnostic(`${agreed} of 100 drawn mailboxes as git mailsplit has them`);
  });

  const folder = process.env['PATCHLING_MAILS'];
  const none = folder === undefined && 'because PATCHLING_MAILS names no folder of mails (t/t5100 of git, for one)';
  test('other people’s mails: git mailsplit and git mailinfo agree', { skip: none }, (t) => {
    const files = readdirSync(folder ?? '', { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
    const mailboxes = texts.filter((text) => /^(?:From |[\w-]+: )/m.test(text.slice(0, 5000)));
    const mails = mailboxes.flatMap((source) => {
      const { theirs, ours } = bothSplits(source);
      assert.deepEqual(ours, theirs);
      return ours;
    });
    for (const mail of mails) {
      const { theirs, ours } = bothMailinfos(mail);
      assert.equal(ours, theirs);
    }
    t.diagnostic(`${mailboxes.length} files and ${mails.length} mails as git has them`);
  });
});

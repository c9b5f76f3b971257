import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailinfoOf } from '../../src/core/mail/mailinfo.ts';
import { readMail } from '../../src/core/mail/readMail.ts';
import { splitMbox } from '../../src/core/mail/splitMbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchling-mails-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Between the two, git mailsplit takes the CR off a line's end. */
const withoutCr = (source: string): string => source.replaceAll('\r\n', '\n');

/** What git am (mailsplit, mailinfo) and we make of one mail (bytes as characters); equal texts where we agree. */
export const bothMailinfos = (source: string): { readonly theirs: string; readonly ours: string } => {
  const ran = spawnSync('git', ['mailinfo', 'message', 'patch'], {
    cwd: folder,
    input: Buffer.from(withoutCr(source), 'latin1'),
  });
  const read = (name: string): string => readFileSync(join(folder, name), 'latin1');
  const { author, email, subject, date, message, patch, isRefused } = mailinfoOf(
    readMail(source, { file: '-', at: 1 }),
  );
  const head = [
    ...(author === undefined ? [] : [`Author: ${author}`, `Email: ${email}`]),
    ...(subject === undefined ? [] : [`Subject: ${subject}`]),
    ...(date === undefined ? [] : [`Date: ${date}`]),
  ].join('\n');
  return {
    theirs: ran.status === 0 ? parts(ran.stdout.toString('latin1'), read('message'), read('patch')) : 'refused',
    ours: isRefused ? 'refused' : parts(head, message, patch),
  };
};

const parts = (head: string, message: string, patch: string): string =>
  [head.trimEnd(), message, patch].join('\n=====\n');

/** An mbox's mails (bytes as characters) as git mailsplit parts them, and as we do. */
export const bothSplits = (
  source: string,
): { readonly theirs: readonly string[]; readonly ours: readonly string[] } => ({
  theirs: splitByGit(source),
  ours: splitMbox(source).map((mail) => withoutCr(mail.source)),
});

const splitByGit = (source: string): readonly string[] => {
  const out = mkdtempSync(join(tmpdir(), 'patchling-split-'));
  const ran = spawnSync('git', ['mailsplit', `-o${out}`, '-b'], { input: Buffer.from(source, 'latin1') });
  const mails = readdirSync(out)
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => readFileSync(join(out, name), 'latin1'));
  rmSync(out, { recursive: true });
  return ran.status === 0 ? mails : [];
};

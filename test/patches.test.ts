import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readMail } from '../src/core/mail/readMail.ts';
import { addedLines, type FileDiff, removedLines } from '../src/core/patch/fileDiff.ts';
import { patchId } from '../src/core/patch/patchId.ts';
import { readPatchMail } from '../src/core/patch/readPatchMail.ts';
import { drawnHistory } from './world/drawnHistory.ts';
import { inGit } from './world/gitFolder.ts';

/** A drawn history, each commit as git format-patch writes it; git is asked the same questions. */
describe('patches of a drawn history', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-history-'));
  after(() => rmSync(folder, { recursive: true }));
  const commits = drawnHistory(folder, { count: 120, seed: process.env['SEED'] ?? '2026' });
  const patches = commits.flatMap((commit) => {
    const source = format(folder, commit);
    return source === '' ? [] : [{ commit, source, patch: readPatchMail(readMail(source, { file: 'p', at: 1 })) }];
  });

  test('files: paths, kinds of change and modes as git diff --raw', (t) => {
    for (const { commit, patch } of patches)
      assert.deepEqual(patch.diff.map(asRaw), raw(folder, commit), `${commit}\n${patch.mail.source.join('\n')}`);
    t.diagnostic(`${patches.length} of ${patches.length} commits as git diff --raw has them`);
  });

  test('lines added and removed as git diff --numstat', (t) => {
    for (const { commit, patch } of patches) {
      // Of a binary file that was only renamed the diff tells nothing.
      const theirs = numstat(folder, commit).map((one, at) => (patch.diff[at]?.blobs ? one : '0\t0'));
      assert.deepEqual(patch.diff.map(asNumstat), theirs);
    }
    t.diagnostic(`${patches.length} of ${patches.length} commits as git diff --numstat has them`);
  });

  test('the hunks make the new files of the old ones', (t) => {
    let made = 0;
    for (const { commit, patch } of patches) {
      for (const file of patch.diff.filter(({ hunks }) => hunks.length > 0)) {
        const before = file.before === undefined ? '' : contents(folder, `${commit}^`, file.before);
        const after = file.after === undefined ? '' : contents(folder, commit, file.after);
        assert.equal(applied(before, file), after, `${commit} ${file.path}`);
        made++;
      }
    }
    t.diagnostic(`${made} of ${made} files as git has them`);
  });

  test('nothing that git wrote is damaged', () => {
    for (const { commit, patch } of patches) assert.deepEqual(patch.damage, [], commit);
  });

  test('patch-ids as git patch-id', (t) => {
    for (const { source, patch } of patches) {
      for (const kind of ['stable', 'unstable'] as const) {
        const theirs = execFileSync('git', ['patch-id', `--${kind}`], { input: Buffer.from(source, 'latin1') });
        assert.equal(patchId(patch, kind), theirs.toString().split(' ')[0]);
      }
    }
    t.diagnostic(`${patches.length} of ${patches.length} patch-ids of both kinds as git has them`);
  });

  test('author, subject, message and trailers as git mailinfo and git interpret-trailers', (t) => {
    for (const { source, patch } of patches) {
      const [info, message] = mailinfo(folder, source);
      const { author, subject } = patch;
      assert.equal(info, `Author: ${author.name}\nEmail: ${author.address}\nSubject: ${subject.summary}`);
      assert.equal(`${patch.message.map(({ text }) => text).join('\n')}`.trim(), message.trim());
      const trailers = execFileSync('git', ['interpret-trailers', '--parse'], { input: `subject\n\n${message}` });
      assert.equal(patch.trailers.map(({ token, value }) => `${token}: ${value}\n`).join(''), trailers.toString());
    }
    t.diagnostic(`${patches.length} of ${patches.length} messages as git mailinfo and interpret-trailers have them`);
  });
});

function format(folder: string, commit: string): string {
  return execFileSync('git', ['format-patch', '-1', '--stdout', '-M', '-C', commit], { cwd: folder }).toString(
    'latin1',
  );
}

const raw = (folder: string, commit: string): readonly string[] => {
  const words = inGit(folder, 'diff-tree', '-r', '-z', '--raw', '-M', '-C', '--no-commit-id', commit).split('\0');
  const files: string[] = [];
  for (let at = 0; at < words.length - 1; at++) {
    const [before = '', after = '', , , status = ''] = (words[at] ?? '').slice(1).split(' ');
    const paths = /^[RC]/.test(status) ? [words[++at] ?? '', words[++at] ?? ''] : [words[++at] ?? ''];
    // The diff of a pure rename does not tell the mode.
    const modes = before === after && /^[RC]100/.test(status) ? ['', ''] : [before, after];
    files.push([...modes, status.replace(/^([RC])0*(\d)/, '$1$2'), ...paths].join(' '));
  }
  return files;
};

const LETTERS = { changed: 'M', added: 'A', deleted: 'D', renamed: 'R', copied: 'C' } as const;

const asRaw = (file: FileDiff): string => {
  const { change, modeBefore = '', modeAfter = '', before, after, similarity, path } = file;
  const isMoved = change === 'renamed' || change === 'copied';
  const modes = [change === 'added' ? '000000' : modeBefore, change === 'deleted' ? '000000' : modeAfter];
  return [...modes, LETTERS[change] + (isMoved ? similarity : ''), ...(isMoved ? [before, after] : [path])].join(' ');
};

const numstat = (folder: string, commit: string): readonly string[] =>
  inGit(folder, 'diff-tree', '-r', '-z', '--numstat', '-M', '-C', '--no-commit-id', commit)
    .split('\0')
    .flatMap((word) => /^(?:\d+|-)\t(?:\d+|-)(?=\t)/.exec(word)?.[0] ?? []);

const asNumstat = (file: FileDiff): string =>
  file.isBinary ? '-\t-' : `${addedLines(file).length}\t${removedLines(file).length}`;

/** A mail does not carry CR through every program, so they are left out of the comparison. */
const contents = (folder: string, commit: string, path: string): string =>
  execFileSync('git', ['show', `${commit}:${path}`], { cwd: folder })
    .toString()
    .replaceAll('\r', '');

const applied = (text: string, { hunks }: FileDiff): string => {
  const old = text.split(/(?<=\n)/);
  const made: string[] = [];
  let taken = 0;
  for (const { before, lines } of hunks) {
    const start = before.count === 0 ? before.start : before.start - 1;
    made.push(...old.slice(taken, start));
    taken = start + before.count;
    for (const { mark, text: line, unended } of lines)
      if (mark !== '-') made.push(line.replaceAll('\r', '') + (unended ? '' : '\n'));
  }
  return [...made, ...old.slice(taken)].join('');
};

const mailinfo = (folder: string, source: string): readonly [info: string, message: string] => {
  const input = Buffer.from(source, 'latin1');
  const info = execFileSync('git', ['mailinfo', join(folder, 'msg'), join(folder, 'diff')], {
    cwd: folder,
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return [info.toString().replace(/\nDate: .*$/s, ''), readFileSync(join(folder, 'msg'), 'utf8')];
};

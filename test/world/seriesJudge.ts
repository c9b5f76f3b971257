import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What git and b4 see in a judgement: nothing of this machine's or a person's configuration, and no network. */
export const judgeEnvironment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  XDG_CACHE_HOME: join(home, '.cache'),
  XDG_DATA_HOME: join(home, '.local'),
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
  GIT_ALLOW_PROTOCOL: 'file',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'A Maker',
  GIT_AUTHOR_EMAIL: 'maker@example.org',
  GIT_COMMITTER_NAME: 'A Maker',
  GIT_COMMITTER_EMAIL: 'maker@example.org',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
});

/** Makes a home in which b4 knows who asks: it reads that from git's configuration only, and ends silently without it. */
export const judgeHome = (home: string): string => {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, '.gitconfig'), '[user]\n\tname = A Maker\n\temail = maker@example.org\n');
  return home;
};

export interface JudgedSeries {
  /** With all objects of `base`; it is only read. */
  readonly repository: string;
  readonly base: string;
  /** The mails as they would be sent, in their order; bytes as characters (latin1). The cover may be among them. */
  readonly mails: readonly string[];
}

/** The tree after the last patch, or what the program said when it did not take the series. */
export type Taken = { readonly tree: string } | { readonly refused: string };

/** What real git am makes of a series on its base. No file is checked out: 20,000 would take longer than the judging. */
export const takenByAm = (series: JudgedSeries): Taken =>
  inThrowAway((folder) => {
    const mbox = join(folder, 'mbox');
    writeFileSync(mbox, asMbox(series.mails.filter((mail) => !isCover(mail))), 'latin1');
    return amOf(folder, series, mbox);
  });

/** What real b4 (`b4 am -m MBOX`), and then git am of the mbox that it writes, make of a series on its base. */
export const takenByB4 = (series: JudgedSeries): Taken =>
  inThrowAway((folder) => {
    const mbox = join(folder, 'mbox');
    writeFileSync(mbox, asMbox(series.mails), 'latin1');
    const out = join(folder, 'out');
    mkdirSync(out);
    judgeHome(folder);
    const asked = ['-n', '--offline-mode', '--no-stdin', 'am', '-m', mbox, '-o', out];
    const ran = spawnSync('b4', asked, { cwd: folder, env: judgeEnvironment(folder), encoding: 'latin1' });
    const written = readdirSync(out).find((name) => name.endsWith('.mbx'));
    if (ran.status !== 0 || written === undefined) return { refused: `b4 am: ${said(ran)}` };
    if (/ERROR: missing|Thread incomplete/.test(said(ran))) return { refused: `b4 am: ${said(ran)}` };
    return amOf(folder, series, join(out, written));
  });

/** Git's own mails of some commits, in their order; bytes as characters (latin1). */
export const formatPatchOf = (
  repository: string,
  range: { readonly base: string; readonly tip: string },
  args: readonly string[] = [],
): readonly string[] =>
  inThrowAway((folder) =>
    mailsOf(
      execFileSync('git', ['format-patch', '--stdout', ...args, `${range.base}..${range.tip}`], {
        cwd: repository,
        env: judgeEnvironment(folder),
        encoding: 'latin1',
        maxBuffer: 2 ** 30,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    ),
  );

/** The mails of an mbox as `git format-patch --stdout` writes it. */
const mailsOf = (mbox: string): readonly string[] =>
  mbox.split(/^(?=From [0-9a-f]{40}(?:[0-9a-f]{24})? Mon Sep 17 00:00:00 2001$)/m).filter((mail) => mail !== '');

/** The tree that a commit has. */
export const treeOf = (repository: string, commit: string): string =>
  execFileSync('git', ['rev-parse', `${commit}^{tree}`], { cwd: repository, encoding: 'utf8' }).trim();

const isCover = (mail: string): boolean => /^Subject:[^\]]*\b0+\/\d+\]/m.test(mail.slice(0, mail.indexOf('\n\n')));

const asMbox = (mails: readonly string[]): string =>
  mails.map((mail) => (mail.startsWith('From ') ? mail : `From mboxrd@z Thu Jan  1 00:00:00 1970\n${mail}`)).join('');

const inThrowAway = <Answer>(use: (folder: string) => Answer): Answer => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-judge-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const amOf = (folder: string, { repository, base }: JudgedSeries, mbox: string): Taken => {
  const work = join(folder, 'work');
  const env = judgeEnvironment(folder);
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: work, env, encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  mkdirSync(work);
  git('init', '--quiet', '--template=');
  const objects = execFileSync('git', ['rev-parse', '--git-path', 'objects'], { cwd: repository, encoding: 'utf8' });
  mkdirSync(join(work, '.git', 'info'), { recursive: true });
  appendFileSync(join(work, '.git', 'objects', 'info', 'alternates'), `${resolve(repository, objects.trim())}\n`);
  // With every file outside the checkout, git apply takes what a patch names from the index.
  writeFileSync(join(work, '.git', 'info', 'sparse-checkout'), '/no such file\n');
  git('config', 'core.sparseCheckout', 'true');
  git('update-ref', 'HEAD', base);
  git('read-tree', '-m', '-u', 'HEAD');
  const ran = spawnSync('git', ['am', '--quiet', mbox], { cwd: work, env, encoding: 'latin1' });
  return ran.status === 0 ? { tree: git('rev-parse', 'HEAD^{tree}') } : { refused: `git am: ${said(ran)}` };
};

const said = ({ stdout, stderr }: SpawnSyncReturns<string>): string => `${stdout}${stderr}`.trim();

/** What a mail of ours has beyond git's own. Each is taken out only where it is named, and has to be there. */
export interface Additions {
  /** Whole headers, with their folded lines: `To`, `Cc`, `Message-ID`, `In-Reply-To`, `References`. */
  readonly headers?: readonly string[];
  /** Subject and From stand on one line: those of git's mail are to be joined likewise, with the same word. */
  readonly unfolded?: boolean;
  /** The first line's commit, which is another one after the message was rewritten: zeros in both. */
  readonly commit?: boolean;
  /** Lines below the diff: `base-commit`, `change-id`, `prerequisite-patch-id`. */
  readonly lines?: readonly string[];
  /** What stands between `---` and the diffstat, as it stands there, without empty lines at either end. */
  readonly notes?: string;
  /** Whole lines of the message, above `---`. */
  readonly trailers?: readonly string[];
}

/** A mail without the named additions, so that the rest can be compared byte by byte. @throws where one is not there. */
export const withoutAdditions = (mail: string, additions: Additions): string => {
  const end = mail.indexOf('\n\n') + 1;
  let head = mail.slice(0, end);
  let body = mail.slice(end);
  for (const name of additions.headers ?? []) {
    head = without(head, new RegExp(`^${name}:.*\n(?:[ \t].*\n)*`, 'im'), name);
  }
  if (additions.unfolded) {
    head = head.replace(/^(?:Subject|From):.*(?:\n[ \t].*)*/gm, (header) => header.replace(/\n[ \t]+/g, ' '));
  }
  if (additions.commit) head = head.replace(/^From [0-9a-f]+/, (line) => `From ${'0'.repeat(line.length - 5)}`);
  body = withoutLinesBelow(body, additions.lines ?? []);
  if (additions.notes !== undefined) body = withoutNotes(body, additions.notes);
  return head + withoutTrailers(body, additions.trailers ?? []);
};

const without = (text: string, pattern: RegExp, name: string): string => {
  if (!pattern.test(text)) throw new Error(`The mail has no ${name}.`);
  return text.replace(pattern, '');
};

/** They stand after an empty line, above the signature; with the last of them that empty line goes, too. */
const withoutLinesBelow = (body: string, names: readonly string[]): string => {
  if (names.length === 0) return body;
  const signature = body.lastIndexOf('\n-- \n');
  const end = signature < 0 ? body.length : signature + 1;
  let part = body.slice(0, end);
  for (const name of names)
    part = without(part, new RegExp(`^${name}: .*\n(?![^]*^(?:diff|---|\\+\\+\\+|@@) )`, 'm'), name);
  return part.replace(/\n\n$/, '\n') + body.slice(end);
};

const withoutNotes = (body: string, notes: string): string => {
  const at = body.indexOf(`\n---\n${notes}\n\n`);
  const from = at < 0 ? body.indexOf(`\n---\n\n${notes}\n\n`) : at;
  if (from < 0) throw new Error('The notes are not where they were to be.');
  const rest = body.slice(body.indexOf(notes, from) + notes.length).replace(/^\n+/, '');
  return `${body.slice(0, from)}\n---\n${rest}`;
};

const withoutTrailers = (body: string, trailers: readonly string[]): string => {
  const cut = body.search(/^---$/m);
  const lines = body.slice(0, cut < 0 ? undefined : cut).split('\n');
  for (const trailer of trailers) {
    const at = lines.lastIndexOf(trailer);
    if (at < 0) throw new Error(`The message has no line: ${trailer}`);
    lines.splice(at, 1);
    // Where it was the only one, the empty line before it came with it.
    if (lines[at] === '' && lines[at - 1] === '' && at > 1) lines.splice(at - 1, 1);
  }
  return lines.join('\n') + (cut < 0 ? '' : body.slice(cut));
};

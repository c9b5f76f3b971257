import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptNotes, withBelow, withoutBelow } from '../../core/patch/withBelow.ts';
import { type LoosePatch, writeCommit } from './commitPatches.ts';
import { formatCover } from './formatCover.ts';
import type { Identity } from './gitIdentity.ts';
import type { SourceCommit } from './rangeCommits.ts';
import { committedFormer, ownRangeDiff } from './rangeDiff.ts';
import type { Stage } from './stage.ts';

/** Commits as they are, on `base`, and what stands in their mails besides. */
export interface FormatOrder {
  readonly base: string;
  readonly commits: readonly SourceCommit[];
  /** For each commit, in order: the message in place of its own, and what stands below the `---`. */
  readonly words: readonly { readonly message?: string | undefined; readonly below?: string | undefined }[];
  /** What stands in the brackets without version and number: `PATCH net-next`. */
  readonly prefix: string;
  readonly version: number;
  /** Who sends it: another author is named in the mail's body. */
  readonly from: Identity;
  /** The commit to name as base; it may lie further down, the patches between are then named as prerequisites. */
  readonly baseNamed?: string | undefined;
  /** Where a series of several has a cover letter. */
  readonly cover?: CoverWords | undefined;
  /** The version before, to show the difference to. */
  readonly former?: FormerPatches | undefined;
}

export interface CoverWords {
  readonly subject: string;
  readonly body: string;
  readonly date: Date;
}

export interface FormerPatches {
  /** The commits that it may stand on, tried in order. */
  readonly bases: readonly string[];
  readonly patches: readonly LoosePatch[];
}

export interface FormattedSeries {
  /** In order, the cover letter first; their names as git gives them, their bytes as characters (latin1). */
  readonly mails: readonly { readonly name: string; readonly source: string }[];
  /** Git's own, where there is a version before and it could be made. */
  readonly rangeDiff?: string;
  /** Why it could not. */
  readonly noRangeDiff?: string;
}

/** The mails that git format-patch writes for these commits, with other words in them. The commits are not touched. */
export const formatSeries = async (stage: Stage, order: FormatOrder): Promise<FormattedSeries> => {
  const { base, commits, words } = order;
  const messages = commits.map((commit, index) => words[index]?.message ?? commit.message);
  const below = commits.map((_, index) => words[index]?.below ?? '');
  const plain = await withMessages(stage, order, messages.map(withoutBelow));
  const { tip, origins } = await withMessages(
    stage,
    order,
    messages.map((message, index) => withBelow(message, below[index])),
  );
  const former = order.former && (await committedFormer(stage, order.former));
  const compared = former?.kind === 'range' ? former.range : undefined;
  const mails = await formatted(stage, order, tip, compared);
  const written = compared && (await ownRangeDiff(stage, compared, `${base}..${tip}`));
  // What stands below the --- is no change of the message.
  const rangeDiff = compared && (await ownRangeDiff(stage, compared, `${base}..${plain.tip}`));
  const sources = mails.map(({ name, source }, index) => {
    const told = written && rangeDiff ? source.replace(written, () => rangeDiff) : source;
    return { name, source: ownOrigin(asOneCut(told, below[index - (order.cover ? 1 : 0)]), origins) };
  });
  return {
    mails: order.cover ? [await formatCover(stage, order, { tip, cover: sources[0] }), ...sources.slice(1)] : sources,
    ...(rangeDiff && { rangeDiff: Buffer.from(rangeDiff, 'latin1').toString('utf8') }),
    ...(former?.kind === 'none' && { noRangeDiff: former.because }),
  };
};

/** The commits with these messages: as they are, as long as they have them; each, and whose it is. */
const withMessages = async (
  stage: Stage,
  { base, commits }: Pick<FormatOrder, 'base' | 'commits'>,
  messages: readonly string[],
): Promise<{ readonly tip: string; readonly origins: ReadonlyMap<string, string> }> => {
  const origins = new Map<string, string>();
  let tip = base;
  let isSame = true;
  for (const [index, commit] of commits.entries()) {
    const message = messages[index] ?? commit.message;
    isSame &&= message === commit.message && tip === commit.parent;
    tip = isSame ? commit.sha : await writeCommit(stage, { ...commit, message }, tip);
    origins.set(tip, commit.sha);
  }
  return { tip, origins };
};

const formatted = async (
  stage: Stage,
  { base, commits, prefix, version, from, baseNamed, cover }: FormatOrder,
  tip: string,
  compared: string | undefined,
): Promise<readonly { readonly name: string; readonly source: string }[]> => {
  const folder = join(stage.folder, 'mails');
  await mkdir(folder);
  const canCompare = compared !== undefined && (cover !== undefined || commits.length === 1);
  await stage.git([
    ...['-c', 'format.attach=', '-c', 'format.coverFromDescription=none', '-c', 'diff.noprefix=false'],
    ...['-c', 'diff.mnemonicPrefix=false', 'format-patch', '--no-signoff', '--no-attach', '--no-thread'],
    '--encode-email-headers',
    ...['--no-to', '--no-cc', '--no-add-header', `--subject-prefix=${prefix}`, '-o', folder],
    ...(version > 1 ? [`-v${version}`] : []),
    ...(commits.length > 1 ? ['--numbered'] : ['--no-numbered']),
    cover ? '--cover-letter' : '--no-cover-letter',
    `--from=${from.name} <${from.email}>`,
    ...(baseNamed === undefined ? ['--no-base'] : [`--base=${baseNamed}`]),
    ...(canCompare ? [`--range-diff=${compared}`] : []),
    `${base}..${tip}`,
  ]);
  const names = (await readdir(folder)).toSorted();
  return Promise.all(names.map(async (name) => ({ name, source: await readFile(join(folder, name), 'latin1') })));
};

/** Git ends the message with a `---` of its own; one is enough. */
const asOneCut = (source: string, below: string | undefined): string => {
  if (below === undefined || below.trim() === '') return source;
  const doubled = `\n${Buffer.from(keptNotes(below)).toString('latin1')}\n---\n`;
  const at = source.indexOf(doubled);
  const end = at + doubled.length;
  return at < 0 ? source : `${source.slice(0, end - '---\n'.length)}\n${source.slice(end)}`;
};

/** The first line names the person's own commit, not the one that was made here and thrown away. */
const ownOrigin = (source: string, origins: ReadonlyMap<string, string>): string =>
  source.replace(/^From ([0-9a-f]{40,64}) /, (_line, sha: string) => `From ${origins.get(sha) ?? sha} `);

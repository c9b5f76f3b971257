import type { PatchMail } from '../core/patch/patchMail.ts';
import { patchPaths } from '../core/patch/patchPaths.ts';
import { seriesOf } from '../core/series/groupMails.ts';
import { notesBelow } from '../core/series/notesBelow.ts';
import { readMailbox } from '../core/series/readMailbox.ts';
import { mailDate } from '../core/series/readReply.ts';
import { Trouble } from '../core/trouble.ts';
import type { LoosePatch } from '../edge/git/commitPatches.ts';
import type { Identity } from '../edge/git/gitIdentity.ts';
import type { Repository } from '../edge/git/repositoryOf.ts';
import type { Host } from '../edge/host.ts';
import { diffBytes } from '../gather/preflight/mailBytes.ts';
import { readPatches } from '../gather/preflight/readPatches.ts';
import { baseNotes } from './baseNotes.ts';
import { groundOf } from './groundOf.ts';
import type { SeriesWork } from './seriesWork.ts';

interface LooseOrder {
  readonly tree: string;
  readonly repository: Repository;
  readonly identity: Identity;
  readonly names: readonly string[];
}

type Needs = Pick<Host, 'git' | 'trees' | 'readBytes' | 'terminal' | 'cwd' | 'now'>;

/** A series of patches that are no commits: those that `fix` wrote, or somebody's mails, in the order of their names. */
export const looseWork = async (host: Needs, order: LooseOrder): Promise<SeriesWork> => {
  const { tree, repository, identity, names } = order;
  const { series } = readMailbox(await readPatches(host, names));
  // Patches that were written one by one are one series here: the person named them together.
  const { patches } = seriesOf(series.flatMap((one) => one.patches));
  const hurt = patches.find(({ damage, diff }) => damage.length > 0 || diff.length === 0);
  if (hurt) throw unreadable(hurt);
  if (patches.length === 0) throw noPatches(names);
  const loose = patches.map((patch) => loosePatch(patch, host.now()));
  const base = repository.kind === 'repository' ? await baseOf(host, tree, repository.head, patches) : undefined;
  const known = base === undefined ? undefined : await host.git.publicBase(tree, base);
  const named = known?.kind === 'local' && known.base !== undefined ? known.base : base;
  return {
    tree,
    repository,
    source: { kind: 'patches', base, ground: base === undefined ? groundOf(host, tree, patches) : [], patches: loose },
    identity,
    ...(named !== undefined && { base: named }),
    below: patches.map(notesBelow),
    notes: base !== undefined && known ? baseNotes(known, base) : [],
  };
};

const loosePatch = (patch: PatchMail, now: Date): LoosePatch => {
  const time = Date.parse(mailDate(patch) ?? '') || now.getTime();
  const { author, subject, message } = patch;
  return {
    author: { name: author.name === '' ? author.address : author.name, email: author.address },
    date: `${Math.floor(time / 1000)} +0000`,
    message: `${[subject.summary, ...(message.length > 0 ? ['', ...message.map(({ text }) => text)] : [])].join('\n')}\n`,
    diff: diffBytes(patch),
    paths: patchPaths(patch.diff),
  };
};

/** The commit that they say they were made on, where it is here; else what is checked out. */
const baseOf = async (host: Needs, tree: string, head: string, patches: readonly PatchMail[]): Promise<string> => {
  const said = patches.map(({ base }) => base.commit).find((commit) => commit !== undefined);
  if (said === undefined) return head;
  const found = (await host.git.commitsNamed(tree, [said], new Set())).get(said);
  return found?.sha ?? head;
};

const unreadable = ({ mail, damage, diff }: PatchMail): Trouble =>
  new Trouble('input', {
    what: diff.length === 0 ? 'This mail has no diff.' : `The diff is damaged: ${damage[0]?.what ?? ''}`,
    where: `${mail.file}:${damage[0]?.at ?? mail.at}`,
    why: 'git apply would refuse it, and so would a maintainer.',
    next: 'Make it anew with git format-patch, or take it out.',
  });

const noPatches = (names: readonly string[]): Trouble =>
  new Trouble('input', { what: `No patch was found in ${names.join(', ')}.`, next: 'Name files of git format-patch.' });

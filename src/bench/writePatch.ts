import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describeFix } from '../core/finding/describeFix.ts';
import { editsFor } from '../core/finding/editsFor.ts';
import { allocatorArithmetic } from '../core/finding/rules/allocatorArithmetic.ts';
import type { Site } from '../core/finding/site.ts';
import { drawnSite } from '../core/journal/drawnSite.ts';
import type { Happened } from '../core/journal/fact.ts';
import { commitMessage, type Trailer } from '../core/patch/commitMessage.ts';
import { editText } from '../core/patch/editText.ts';
import type { SubjectPrefix } from '../core/patch/subjectPrefix.ts';
import { Trouble, type TroubleWords } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { prefixFor } from '../gather/prefixFor.ts';
import { keptWhy } from './keptWhy.ts';
import { requireIdentity } from './requireIdentity.ts';
import { type PlaceOrder, siteAt } from './siteAt.ts';

export interface PatchWish extends PlaceOrder {
  /**
   * In the person's words; without it those of the patch that is there already stay, else the patch carries a line that
   * the check refuses.
   */
  readonly why?: string | undefined;
  /** What the tree's documents ask for and the person agreed to. */
  readonly trailers?: readonly Trailer[];
  /** Only ever the person's own yes. */
  readonly signoff: boolean;
  /** The folder that the patch goes into. */
  readonly out: string;
}

export interface WrittenPatch {
  readonly kind: 'written';
  /** The file's path. */
  readonly patch: string;
  readonly subject: string;
  readonly site: Site;
  /** What only the person can add. */
  readonly needs: readonly ('identity' | 'why' | 'signoff')[];
  /** How the subject is headed, and how that is known. */
  readonly prefix: SubjectPrefix;
  /** Why the journal does not know of it, where it could not be written. */
  readonly unnoted?: TroubleWords;
}

export type PatchOutcome = WrittenPatch | { readonly kind: 'left'; readonly site: Site };

type Needs = Pick<Host, 'git' | 'now' | 'journal' | 'readBytes' | 'writeFile' | 'openWorkshop' | 'trees' | 'version'>;

/** The edit of a site as a mail that `git am` takes. What is not ready is left alone, with the site's own reasons. */
export const writePatch = async (host: Needs, wish: PatchWish): Promise<PatchOutcome> => {
  const { tree, path, signoff, out } = wish;
  const { site, allocation, judgement, bytes, workshop } = await siteAt(host, wish);
  if (judgement.fix !== 'ready') return { kind: 'left', site };
  const identity = signoff ? await requireIdentity(host, tree) : await host.git.gitIdentity(tree);
  const repository = await host.git.repositoryOf(tree);
  const prefix = await prefixFor(host, tree, path, repository.kind === 'repository');
  const edits = editsFor(allocation, judgement, bytes, workshop);
  const edited = editText(bytes.toString('latin1'), edits);
  if (edited.kind === 'refused') throw new Error(`${path}: ${edited.because}`);
  const words = describeFix(allocation, judgement, edits, allocatorArithmetic.source.heading);
  const subject = fitted(prefix.prefix, words.subject);
  const patch = join(out, `0001-${slug(subject)}.patch`);
  const before = await ownBefore(host, patch, { tree, path, line: site.line });
  const why = wish.why ?? (before && keptWhy(before, words.what)) ?? '';
  const author = identity ?? { name: 'Your Name', email: 'you@example.com' };
  const { mail } = await host.git.formatPatch({
    tree,
    path,
    before: bytes,
    after: Buffer.from(edited.text, 'latin1'),
    message: commitMessage({
      subject,
      why,
      what: words.what,
      trailers: wish.trailers ?? [],
      signOff: signoff ? `${author.name} <${author.email}>` : '',
    }),
    below: madeBy(host.version, site, judgement.says),
    author,
    date: host.now(),
    repository,
  });
  host.writeFile(patch, mail);
  const unnoted = await noted(host, {
    kind: 'patch-written',
    patch,
    subject,
    tree,
    site: drawnSite(site),
    sha256: sha256(mail),
  });
  const needs = [
    ...(identity ? [] : (['identity'] as const)),
    ...(why.trim() !== '' ? [] : (['why'] as const)),
    ...(signoff ? [] : (['signoff'] as const)),
  ];
  return { kind: 'written', patch, subject, site, needs, prefix, ...(unnoted ? { unnoted } : {}) };
};

/** The patch is what was asked for, and it is written: that it is not noted is worth a word, not the patch. */
const noted = async ({ journal }: Needs, happened: Happened): Promise<TroubleWords | undefined> => {
  try {
    await journal.append(happened);
    return undefined;
  } catch (error) {
    if (error instanceof Trouble) return error.words;
    throw error;
  }
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Where a function's name makes the subject too long, it is left out. Documentation/process/submitting-patches.rst. */
const fitted = (prefix: string, words: string): string => {
  const whole = `${prefix}${words}`;
  return whole.length <= 75 ? whole : `${prefix}${words.replace(/ in \w+\(\)$/, '')}`;
};

/** As git format-patch names its files. */
const slug = (subject: string): string =>
  subject
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .replace(/^-|[-.]+$/g, '')
    .slice(0, 52)
    .replace(/-$/, '');

const madeBy = (version: string, site: Site, says: readonly string[]): string =>
  [
    `The edit was made by Patchling ${version}, rule ${site.rule} (${site.shape}).`,
    ...says.map((one) => `Looked at: ${one}.`),
  ]
    .join('\n')
    .replaceAll('’', "'"); // a mail that needs no other letters stays plain ASCII

/** What we wrote there before for this site. A patch that the person has worked on, or another's, is not written over. */
const ownBefore = async (
  host: Pick<Host, 'journal' | 'readBytes' | 'trees'>,
  patch: string,
  { tree, path, line }: PlaceOrder,
): Promise<Uint8Array | undefined> => {
  if (!host.trees.exists('', patch)) return undefined;
  const { facts } = await host.journal.read();
  const last = facts.findLast((fact) => fact.kind === 'patch-written' && fact.patch === patch);
  const there = host.readBytes(patch);
  const isOurs = last?.kind === 'patch-written' && last.sha256 === sha256(there);
  if (isOurs && last.tree === tree && last.site.path === path && last.site.line === line) return there;
  const is = isOurs ? `is the patch of ${last.site.path}:${last.site.line}` : 'not as Patchling wrote it';
  throw new Trouble('input', {
    what: `${patch} is there already, and ${is}.`,
    why: isOurs ? 'It would be lost.' : 'What you changed in it would be lost.',
    next: 'Name another folder with --out, or move the file away.',
  });
};

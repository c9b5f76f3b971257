import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { placeOf, type Site } from '../core/finding/site.ts';
import { commitMessage, type Trailer } from '../core/patch/commitMessage.ts';
import type { SubjectPrefix } from '../core/patch/subjectPrefix.ts';
import { Trouble } from '../core/trouble.ts';
import type { Identity } from '../edge/git/gitIdentity.ts';
import type { Repository } from '../edge/git/repositoryOf.ts';
import type { Host } from '../edge/host.ts';
import type { DescribedPatch } from './describePatches.ts';
import { keptWhy } from './keptWhy.ts';

/** What all patches of one order have in common. */
export interface PatchTerms {
  readonly tree: string;
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

export interface Circumstances {
  readonly identity: Identity | undefined;
  readonly repository: Repository;
  readonly date: Date;
}

/** A patch with all its bytes, not written yet. */
export interface ComposedPatch {
  /** The path of the file that it belongs in. */
  readonly patch: string;
  readonly subject: string;
  readonly sites: readonly [Site, ...Site[]];
  /** What only the person can add. */
  readonly needs: readonly ('identity' | 'why' | 'signoff')[];
  /** How the subject is headed, and how that is known. */
  readonly prefix: SubjectPrefix;
  readonly mail: Uint8Array;
}

type Needs = Pick<Host, 'git' | 'journal' | 'readBytes' | 'trees' | 'version'>;

/**
 * The mail of a described patch, the `number`th of its order. Throws Trouble `input` where a file lies in its place that
 * is not ours for the same sites.
 */
export const composePatch = async (
  host: Needs,
  { sites: found, files, prefix, subject, what }: DescribedPatch,
  number: number,
  { tree, out, signoff, trailers = [], ...terms }: PatchTerms,
  { identity, repository, date }: Circumstances,
): Promise<ComposedPatch> => {
  const sites = found.map(({ site }) => site) as [Site, ...Site[]];
  const patch = join(out, `${String(number).padStart(4, '0')}-${slug(subject)}.patch`);
  const before = await ownBefore(host, patch, tree, sites);
  const why = terms.why ?? (before && keptWhy(before, what)) ?? '';
  const author = identity ?? { name: 'Your Name', email: 'you@example.com' };
  const signOff = signoff ? `${author.name} <${author.email}>` : '';
  const [first, ...beside] = files;
  const { mail } = await host.git.formatPatch({
    tree,
    ...first,
    beside,
    message: commitMessage({ subject, why, what, trailers, signOff }),
    below: madeBy(host.version, found),
    author,
    date,
    repository,
  });
  const needs = [
    ...(identity ? [] : (['identity'] as const)),
    ...(why.trim() !== '' ? [] : (['why'] as const)),
    ...(signoff ? [] : (['signoff'] as const)),
  ];
  return { patch, subject, sites, needs, prefix, mail };
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** As git format-patch names its files. */
const slug = (subject: string): string =>
  subject
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .replace(/^-|[-.]+$/g, '')
    .slice(0, 52)
    .replace(/-$/, '');

const madeBy = (version: string, found: DescribedPatch['sites']): string => {
  const [first, ...others] = found;
  const lines = found.flatMap(({ site, judgement }) => [
    ...(others.length > 0 ? [`${site.path}:${site.line} (${site.shape})`] : []),
    ...judgement.says.map((one) => `Looked at: ${one}.`),
  ]);
  const rule = first?.site.rule ?? '';
  const made =
    others.length > 0
      ? `The edits were made by Patchling ${version}, rule ${rule}.`
      : `The edit was made by Patchling ${version}, rule ${rule} (${first?.site.shape}).`;
  return [made, ...lines].join('\n').replaceAll('’', "'"); // a mail that needs no other letters stays plain ASCII
};

/** What we wrote there before for these sites. A patch that the person has worked on, or another's, is kept. */
const ownBefore = async (
  host: Pick<Host, 'journal' | 'readBytes' | 'trees'>,
  patch: string,
  tree: string,
  sites: readonly Site[],
): Promise<Uint8Array | undefined> => {
  if (!host.trees.exists('', patch)) return undefined;
  const { facts } = await host.journal.read();
  const there = host.readBytes(patch);
  const written = facts.filter((fact) => fact.kind === 'patch-written').filter((fact) => fact.patch === patch);
  const last = written.at(-1);
  const isOurs = last?.sha256 === sha256(there);
  const former = written
    .filter((fact) => fact.sha256 === last?.sha256 && fact.tree === last.tree)
    .map(({ site }) => site);
  const isSame = new Set(sites.map(known)).symmetricDifference(new Set(former.map(known))).size === 0;
  if (isOurs && last?.tree === tree && isSame) return there;
  const is = isOurs ? `is the patch of ${[...new Set(former.map(placeOf))].join(', ')}` : 'not as Patchling wrote it';
  throw new Trouble('input', {
    what: `${patch} is there already, and ${is}.`,
    why: isOurs ? 'It would be lost.' : 'What you changed in it would be lost.',
    next: 'Move the file away and write it again, or name another folder with --out on the command line.',
  });
};

/** Several sites may stand on one line. */
const known = ({ path, line, expression }: Pick<Site, 'path' | 'line' | 'expression'>): string =>
  `${path}:${line} ${expression}`;

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describeFix } from '../core/finding/describeFix.ts';
import { editsFor } from '../core/finding/editsFor.ts';
import { allocatorArithmetic } from '../core/finding/rules/allocatorArithmetic.ts';
import type { Site } from '../core/finding/site.ts';
import { commitMessage } from '../core/patch/commitMessage.ts';
import { editText } from '../core/patch/editText.ts';
import type { SubjectPrefix } from '../core/patch/subjectPrefix.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { prefixFor } from '../gather/prefixFor.ts';
import { type PlaceOrder, siteAt } from './siteAt.ts';

export interface PatchWish extends PlaceOrder {
  /** In the person's words; without it the patch carries a line that the check refuses. */
  readonly why?: string | undefined;
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
}

export type PatchOutcome = WrittenPatch | { readonly kind: 'left'; readonly site: Site };

type Needs = Pick<Host, 'git' | 'now' | 'journal' | 'readBytes' | 'writeFile' | 'openWorkshop' | 'trees' | 'version'>;

/** The edit of a site as a mail that `git am` takes. What is not ready is left alone, with the site's own reasons. */
export const writePatch = async (host: Needs, wish: PatchWish): Promise<PatchOutcome> => {
  const { tree, path, signoff, out } = wish;
  const { site, allocation, judgement, bytes, workshop } = await siteAt(host, wish);
  if (judgement.fix !== 'ready') return { kind: 'left', site };
  const identity = await host.git.gitIdentity(tree);
  if (signoff && !identity) throw noIdentity();
  const repository = await host.git.repositoryOf(tree);
  const prefix = await prefixFor(host, tree, path, repository.kind === 'repository');
  const edited = editText(bytes.toString('latin1'), editsFor(allocation, judgement, bytes, workshop));
  if (edited.kind === 'refused') throw new Error(`${path}: ${edited.because}`);
  const words = describeFix(allocation, judgement, allocatorArithmetic.source.heading);
  const subject = fitted(prefix.prefix, words.subject);
  const author = identity ?? { name: 'Your Name', email: 'you@example.com' };
  const { mail } = await host.git.formatPatch({
    tree,
    path,
    before: bytes,
    after: Buffer.from(edited.text, 'latin1'),
    message: commitMessage({
      subject,
      why: wish.why ?? '',
      what: words.what,
      signOff: signoff ? `${author.name} <${author.email}>` : '',
    }),
    below: madeBy(host.version, site, judgement.says),
    author,
    date: host.now(),
    repository,
  });
  const patch = join(out, `0001-${slug(subject)}.patch`);
  await keepEdited(host, patch);
  host.writeFile(patch, mail);
  const { rule, line, function: name, expression } = site;
  const drawn = { rule, path, line, function: name, expression };
  await host.journal.append({ kind: 'patch-written', patch, subject, tree, site: drawn, sha256: sha256(mail) });
  const needs = [
    ...(identity ? [] : (['identity'] as const)),
    ...(wish.why?.trim() ? [] : (['why'] as const)),
    ...(signoff ? [] : (['signoff'] as const)),
  ];
  return { kind: 'written', patch, subject, site, needs, prefix };
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
  ].join('\n');

/** A patch that the person has worked on is theirs: it is not written over. */
const keepEdited = async (host: Pick<Host, 'journal' | 'readBytes' | 'trees'>, patch: string): Promise<void> => {
  if (!host.trees.exists('', patch)) return;
  const { facts } = await host.journal.read();
  const last = facts.findLast((fact) => fact.kind === 'patch-written' && fact.patch === patch);
  if (last?.kind === 'patch-written' && last.sha256 === sha256(host.readBytes(patch))) return;
  throw new Trouble('input', {
    what: `${patch} is there already, and not as Patchling wrote it.`,
    why: 'What you changed in it would be lost.',
    next: 'Name another folder with --out, or move the file away.',
  });
};

const noIdentity = (): Trouble =>
  new Trouble('missing', {
    what: 'Git does not know who you are, so nothing can be signed off.',
    why: 'A sign-off is a legal word with a name and an address: Documentation/process/submitting-patches.rst, "Sign your work".',
    next: 'git config --global user.name "Your Name" && git config --global user.email you@example.org',
  });

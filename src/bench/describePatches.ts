import { describeFixes, type Fixed, type FixesWords } from '../core/finding/describeFixes.ts';
import { editsFor } from '../core/finding/editsFor.ts';
import type { SiteGroup } from '../core/finding/groupSites.ts';
import type { Rewrite } from '../core/finding/rule.ts';
import { allocatorArithmetic } from '../core/finding/rules/allocatorArithmetic.ts';
import type { Edit } from '../core/patch/editText.ts';
import { editText } from '../core/patch/editText.ts';
import type { SubjectPrefix } from '../core/patch/subjectPrefix.ts';
import { Trouble } from '../core/trouble.ts';
import type { FileChange } from '../edge/git/formatPatch.ts';
import type { Host } from '../edge/host.ts';
import { prefixFor } from '../gather/prefixFor.ts';
import type { FoundSite } from './siteAt.ts';

export interface ReadySite extends FoundSite {
  readonly judgement: Rewrite;
}

/** What one patch changes and how it is headed, before a person's own words. */
export interface DescribedPatch {
  readonly sites: readonly ReadySite[];
  readonly files: readonly [FileChange, ...FileChange[]];
  readonly prefix: SubjectPrefix;
  readonly subject: string;
  readonly what: string;
}

export const isReady = (found: FoundSite): found is ReadySite => found.judgement.fix === 'ready';

/** The patches of some groups of ready sites. No two are headed alike. Throws Trouble `input` where edits overlap. */
export const describePatches = async (
  host: Pick<Host, 'git'>,
  { tree, groups, hasHistory }: { tree: string; groups: readonly SiteGroup<ReadySite>[]; hasHistory: boolean },
): Promise<DescribedPatch[]> => {
  const drafted: Drafted[] = [];
  for (const group of groups) {
    const [first, ...others] = fixedSites(group.sites);
    if (!first) continue;
    const words = describeFixes([first, ...others], allocatorArithmetic.source.heading);
    const prefix = await groupPrefix(host, tree, group, hasHistory);
    const subject = fitted(words.subjects.map((one) => `${prefix.prefix}${one}`));
    drafted.push({ sites: group.sites, files: changedFiles([first, ...others]), prefix, words, subject });
  }
  const times = Map.groupBy(drafted, ({ subject }) => subject);
  return drafted.map(({ words, subject, ...rest }) => {
    const isAlone = times.get(subject)?.length === 1;
    return { ...rest, subject: isAlone ? subject : withFile(rest, words), what: words.what };
  });
};

interface Drafted extends Omit<DescribedPatch, 'what'> {
  readonly words: FixesWords;
}

interface FixedSite extends Fixed, Pick<FoundSite, 'site' | 'bytes'> {}

const fixedSites = (sites: readonly ReadySite[]): FixedSite[] =>
  sites.map(({ site, allocation, judgement, bytes, workshop }) => ({
    site,
    bytes,
    allocation,
    rewrite: judgement,
    edits: editsFor(allocation, judgement, bytes, workshop),
  }));

const changedFiles = (fixed: readonly [FixedSite, ...FixedSite[]]): [FileChange, ...FileChange[]] =>
  [...Map.groupBy(fixed, ({ site }) => site.path).values()].map(changedFile) as [FileChange, ...FileChange[]];

const changedFile = (fixed: readonly FixedSite[]): FileChange => {
  const [
    {
      site: { path },
      bytes,
    } = fixed[0] as FixedSite,
  ] = fixed;
  const edits = withoutDoubles(fixed.flatMap((one) => one.edits));
  const edited = editText(bytes.toString('latin1'), edits);
  if (edited.kind === 'edited') return { path, before: bytes, after: Buffer.from(edited.text, 'latin1') };
  const [first, second] = fixed;
  if (!first || !second) throw new Error(`${path}: ${edited.because}`);
  throw new Trouble('input', {
    what: `The edits of two of the places in ${path} touch the same text.`,
    where: fixed.map(({ site }) => `${path}:${site.line}:${site.column}`).join(', '),
    why: 'One allocation stands within the other, so changing one changes where the other is.',
    next: 'Fix one of them, apply its patch to the tree, and then fix the other.',
  });
};

/** The include that two sites need, and the memcpy() that stands beside two, are edited once. */
const withoutDoubles = (edits: readonly Edit[]): Edit[] => [
  ...new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit])).values(),
];

/** Of one file its own; of a folder's files what all of them share, else the folder's own with its name. */
const groupPrefix = async (
  host: Pick<Host, 'git'>,
  tree: string,
  { sites, wished }: SiteGroup<ReadySite>,
  hasHistory: boolean,
): Promise<SubjectPrefix> => {
  const paths = [...new Set(sites.map(({ site }) => site.path))];
  const prefixes: SubjectPrefix[] = [];
  for (const path of wished ? paths : paths.slice(0, 1)) prefixes.push(await prefixFor(host, tree, path, hasHistory));
  const [first = { kind: 'guess', prefix: '', because: 'No file is named.' }, ...others] = prefixes;
  if (!wished || others.every(({ prefix }) => prefix === first.prefix)) return first;
  const { prefix } = await prefixFor(host, tree, `${wished.folder}/`, hasHistory);
  const name = wished.folder.slice(wished.folder.lastIndexOf('/') + 1);
  const because = `Several files below ${wished.folder} change, and no prefix is theirs alone.`;
  return { kind: 'guess', prefix: prefix.includes(`${name}: `) ? prefix : `${prefix}${name}: `, because };
};

/** The first that is short enough. Documentation/process/submitting-patches.rst, "The canonical patch format". */
const fitted = (subjects: readonly string[]): string =>
  subjects.find((subject) => subject.length <= 75) ?? subjects.at(-1) ?? '';

/** Where another patch of the series would be headed the same, the file's name tells them apart. */
const withFile = (
  { files: [{ path }], prefix }: Omit<DescribedPatch, 'subject' | 'what'>,
  words: FixesWords,
): string => {
  const place = ` in ${path.slice(path.lastIndexOf('/') + 1)}`;
  return fitted(words.subjects.map((one) => `${prefix.prefix}${one.replace(/ in \w+\(\)$/, '')}${place}`));
};

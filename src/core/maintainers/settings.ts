import type { PerlText } from './perlText.ts';

/** What scripts/get_maintainer.pl can be told, by its command line or by the tree's .get_maintainer.conf. */
export interface Settings {
  readonly git: boolean;
  readonly gitFallback: boolean;
  readonly gitBlame: boolean;
  readonly gitBlameSignatures: boolean;
  readonly gitAllSignatureTypes: boolean;
  readonly gitChiefPenguins: boolean;
  readonly gitMinSignatures: number;
  readonly gitMaxMaintainers: number;
  readonly gitMinPercent: number;
  /** As git's `--since` takes it. */
  readonly gitSince: string;
  readonly removeDuplicates: boolean;
  readonly mailmap: boolean;
  readonly maintainers: boolean;
  readonly reviewers: boolean;
  readonly names: boolean;
  readonly lists: boolean;
  readonly moderated: boolean;
  readonly subscribers: boolean;
  readonly fixes: boolean;
  readonly fileEmails: boolean;
  readonly keywords: boolean;
  /** Undefined: as this version of the script does by itself. */
  readonly keywordsInFile: boolean | undefined;
  readonly roles: boolean;
  readonly roleStats: boolean;
  readonly multiline: boolean;
  readonly separator: string;
  readonly patternDepth: number;
  readonly findMaintainerFiles: boolean;
  /** A file or a folder, relative to the tree. */
  readonly maintainerPath: string | undefined;
}

export const defaultSettings: Settings = {
  git: false,
  gitFallback: true,
  gitBlame: false,
  gitBlameSignatures: true,
  gitAllSignatureTypes: false,
  gitChiefPenguins: false,
  gitMinSignatures: 1,
  gitMaxMaintainers: 5,
  gitMinPercent: 5,
  gitSince: '1-year-ago',
  removeDuplicates: true,
  mailmap: true,
  maintainers: true,
  reviewers: true,
  names: true,
  lists: true,
  moderated: true,
  subscribers: false,
  fixes: true,
  fileEmails: false,
  keywords: true,
  keywordsInFile: undefined,
  roles: false,
  roleStats: true,
  multiline: true,
  separator: ', ',
  patternDepth: 0,
  findMaintainerFiles: false,
  maintainerPath: undefined,
};

type Named<Value> = { [Key in keyof Settings]: Settings[Key] extends Value ? Key : never }[keyof Settings];
type Flag = Named<boolean | undefined>;

const FLAGS: Readonly<Record<string, Flag>> = {
  git: 'git',
  'git-fallback': 'gitFallback',
  'git-blame': 'gitBlame',
  'git-blame-signatures': 'gitBlameSignatures',
  'git-all-signature-types': 'gitAllSignatureTypes',
  'git-chief-penguins': 'gitChiefPenguins',
  'remove-duplicates': 'removeDuplicates',
  mailmap: 'mailmap',
  m: 'maintainers',
  r: 'reviewers',
  n: 'names',
  l: 'lists',
  moderated: 'moderated',
  s: 'subscribers',
  fixes: 'fixes',
  fe: 'fileEmails',
  'file-emails': 'fileEmails',
  k: 'keywords',
  keywords: 'keywords',
  kf: 'keywordsInFile',
  'keywords-in-file': 'keywordsInFile',
  roles: 'roles',
  rolestats: 'roleStats',
  multiline: 'multiline',
};
const NUMBERS: Readonly<Record<string, Named<number>>> = {
  'git-min-signatures': 'gitMinSignatures',
  'git-max-maintainers': 'gitMaxMaintainers',
  'git-min-percent': 'gitMinPercent',
  'pattern-depth': 'patternDepth',
};
const TEXTS: Readonly<Record<string, 'gitSince' | 'separator' | 'maintainerPath'>> = {
  'git-since': 'gitSince',
  separator: 'separator',
  mpath: 'maintainerPath',
  'maintainer-path': 'maintainerPath',
};

/** The words of a .get_maintainer.conf; what stands behind a word that begins with # does not count. */
export const wordsOfConfiguration = (text: string, { blank }: Pick<PerlText, 'blank'>): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const words = line.split(new RegExp(`[${blank}]+`)).filter((word) => word !== '');
    const remark = words.findIndex((word) => word.startsWith('#'));
    return remark < 0 ? words : words.slice(0, remark);
  });

/**
 * The settings that options make of others, as Getopt::Long reads them: `--no-x` and `--nox`, `--x=1` and `--x 1`.
 * `unknown` are words that change nothing here, because the script does not know them or they ask for something else
 * than addresses.
 */
export const withOptions = (
  settings: Settings,
  words: readonly string[],
): { readonly settings: Settings; readonly unknown: readonly string[] } => {
  const changed: Record<string, unknown> = { ...settings };
  const unknown: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [, name = '', , given] = /^--?([^=]+)(=(.*))?$/.exec(word) ?? [];
    const lower = name.toLowerCase();
    const negated = FLAGS[lower] === undefined ? /^no-?(.+)$/.exec(lower)?.[1] : undefined;
    const flag = FLAGS[negated ?? lower];
    const number = NUMBERS[lower];
    const text = TEXTS[lower];
    const value = () => given ?? words[++at] ?? '';
    if (lower === 'find-maintainer-files') changed['findMaintainerFiles'] = true;
    else if (flag !== undefined) changed[flag] = negated === undefined;
    else if (number !== undefined) changed[number] = Number.parseInt(value(), 10) || 0;
    else if (text !== undefined) changed[text] = value();
    else unknown.push(word);
  }
  return { settings: changed as unknown as Settings, unknown };
};

/**
 * How one version of scripts/get_maintainer.pl answers. Trees carry their own: what changed between versions is read from
 * the script's text, so that the answer for a tree is that of its script.
 */
export interface Dialect {
  /** It reads files as UTF-8 text; older ones read bytes, which stand here as one character each (latin1). */
  readonly unicode: boolean;
  /** A name with a letter beyond ASCII is put in quotes. */
  readonly quotesForeignNames: boolean;
  /** `K:` also looks into a file that is named, not only into patches. */
  readonly keywordsInFile: boolean;
  /** The roles of a section that a `K:` line brought name that line. */
  readonly namesKeyword: boolean;
  /** `S:` decides whether a maintainer is called supporter, odd fixer, … */
  readonly statusInRole: boolean;
  /** Names found beside the addresses in a file are cleaned by letters, not by A to Z. */
  readonly cleansNamesByLetter: boolean;
  /** The people of the commits that `Fixes:` names are asked. */
  readonly readsFixes: boolean;
  /** A patch's renames and mode changes count, not only its `---` and `+++` lines. */
  readonly readsRenames: boolean;
  /** The addresses in a `.yaml` file are asked. */
  readonly readsYaml: boolean;
  /** Who is left out unless asked for: in Linux's script Linus Torvalds. */
  readonly chiefs: readonly { readonly name: string; readonly address: string }[];
}

/** By the script of 6.12; a tree without the script is answered as that one would. */
export const newestDialect: Dialect = {
  unicode: true,
  quotesForeignNames: true,
  keywordsInFile: false,
  namesKeyword: true,
  statusInRole: true,
  cleansNamesByLetter: true,
  readsFixes: true,
  readsRenames: true,
  readsYaml: true,
  chiefs: [{ name: 'Linus Torvalds', address: 'torvalds@linux-foundation.org' }],
};

/** From the text of the tree's own scripts/get_maintainer.pl. */
export const dialectOf = (script: string | undefined): Dialect => {
  if (script === undefined) return newestDialect;
  const unicode = /^use open .*UTF-?8/im.test(script);
  return {
    unicode,
    quotesForeignNames: !unicode || script.includes('[^\\w \\-]/ai'),
    keywordsInFile: !script.includes('keywords-in-file'),
    namesKeyword: script.includes(':Keyword:'),
    statusInRole: !/\$role = "maintainer";\s*my \$subsystem/.test(script),
    cleansNamesByLetter: script.includes("[^\\p{L}\\'"),
    readsFixes: script.includes('@fixes'),
    readsRenames: script.includes('rename (?:from|to)'),
    readsYaml: script.includes('/\\.yaml$/'),
    chiefs: [...script.matchAll(/^push\(@penguin_chief, "([^":]*):([^"]*)"\);/gm)].map(
      ([, name = '', address = '']) => ({
        name,
        address: address.replace('\\@', '@'),
      }),
    ),
  };
};

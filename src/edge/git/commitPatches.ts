import type { SourceCommit } from './rangeCommits.ts';
import type { Stage } from './stage.ts';

/** A patch that came as a mail, as a commit is made of it. */
export interface LoosePatch extends Pick<SourceCommit, 'author' | 'date' | 'message'> {
  /** Its diff, byte by byte. */
  readonly diff: Uint8Array;
  readonly paths: readonly string[];
}

/** A file of the tree as it lies there. */
export interface GroundFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isExecutable: boolean;
}

/** The commits made of patches, or which of them (from 0) did not apply, and why. */
export type Committed =
  | { readonly kind: 'committed'; readonly commits: readonly SourceCommit[] }
  | { readonly kind: 'stopped'; readonly at: number; readonly because: string };

/** A commit with nothing but this in it. `parent` is left out for the first of a history. */
export const writeCommit = async (
  stage: Stage,
  { tree, author, date, message }: Omit<SourceCommit, 'sha' | 'parent'>,
  parent?: string,
): Promise<string> => {
  const who = `${clean(author.name)} <${clean(author.email)}> ${date}`;
  const text = [
    `tree ${tree}`,
    ...(parent === undefined ? [] : [`parent ${parent}`]),
    `author ${who}`,
    `committer ${who}`,
    '',
    message,
  ].join('\n');
  return (await stage.git(['hash-object', '-t', 'commit', '-w', '--stdin'], Buffer.from(text))).trim();
};

// Git leaves these out of names as well: they would end the name, or the line.
const clean = (text: string): string => text.replace(/[<>\n\r\0]/g, '').trim();

/** One commit a patch, each on top of those before it; context lines may have moved, as for git am --3way. */
export const commitPatches = async (stage: Stage, base: string, patches: readonly LoosePatch[]): Promise<Committed> => {
  await stage.git(['read-tree', base]);
  const commits: SourceCommit[] = [];
  let parent = base;
  for (const [at, { diff, paths: _, ...words }] of patches.entries()) {
    const applied = await applied3way(stage, diff);
    if (applied !== undefined) return { kind: 'stopped', at, because: applied };
    const tree = (await stage.git(['write-tree'])).trim();
    const sha = await writeCommit(stage, { ...words, tree }, parent);
    commits.push({ ...words, sha, parent, tree });
    parent = sha;
  }
  return { kind: 'committed', commits };
};

/** Why it did not apply. */
const applied3way = async (stage: Stage, diff: Uint8Array): Promise<string | undefined> => {
  const plain = await stage.ask(['apply', '--cached', '--whitespace=nowarn', '-'], diff);
  if (plain.status === 0) return undefined;
  const merged = await stage.ask(['apply', '--cached', '--3way', '--whitespace=nowarn', '-'], diff);
  if (merged.status === 0) return undefined;
  const said = Buffer.from(plain.stderr, 'latin1').toString('utf8');
  return (
    said
      .trim()
      .split('\n')[0]
      ?.replace(/^error: /, '') ?? 'git apply failed'
  );
};

/** What loose patches stand on where there is no history: the files of the tree that they change. */
export const commitGround = async (stage: Stage, files: readonly GroundFile[]): Promise<string> => {
  const entries: string[] = [];
  for (const { path, bytes, isExecutable } of files) {
    const blob = (await stage.git(['hash-object', '-w', '--stdin'], bytes)).trim();
    entries.push(`${isExecutable ? '100755' : '100644'} ${blob}\t${path}\0`);
  }
  await stage.git(['read-tree', '--empty']);
  await stage.git(['update-index', '-z', '--index-info'], Buffer.from(entries.join('')));
  const tree = (await stage.git(['write-tree'])).trim();
  const nobody = { author: { name: 'Nobody', email: 'nobody@localhost' }, date: '0 +0000' };
  return writeCommit(stage, { ...nobody, tree, message: 'before\n' });
};

import { type Dialect, dialectOf } from '../core/maintainers/dialect.ts';
import { perlText } from '../core/maintainers/perlText.ts';
import type { PlaceOf } from '../core/maintainers/recipientsOf.ts';
import { defaultSettings, type Settings, withOptions, wordsOfConfiguration } from '../core/maintainers/settings.ts';
import { sourceText } from '../core/maintainers/sourceText.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** A tree's MAINTAINERS as its own script reads it. */
export interface MaintainersText {
  readonly dialect: Dialect;
  readonly settings: Settings;
  /** Words of the tree's .get_maintainer.conf that change nothing here. */
  readonly unknownOptions: readonly string[];
  /** All files, one after the other. */
  readonly text: string;
  readonly placeOf: PlaceOf;
  /** What is odd about the files, for the person: cut, CRLF. */
  readonly oddities: readonly string[];
}

type Needs = Pick<Host, 'trees' | 'env'>;

/** Linux's has one megabyte. */
const LARGEST = 64 * 2 ** 20;

/** Throws Trouble `input` where it cannot be read, is empty, or is no such file at all. */
export const maintainersText = (host: Needs, tree: string, options: readonly string[] = []): MaintainersText => {
  const script = host.trees.text(tree, 'scripts/get_maintainer.pl');
  const dialect = dialectOf(script);
  const configuration = configurationFile(host, tree, '.get_maintainer.conf');
  const words = wordsOfConfiguration(
    configuration === undefined ? '' : sourceText(configuration, dialect),
    perlText(dialect),
  );
  const { settings: own, unknown } = withOptions(defaultSettings, words);
  const { settings } = withOptions(own, options);
  const files = filesOf(host, tree, settings).map((file) => {
    const size = host.trees.size(tree, file) ?? 0;
    if (size > LARGEST) throw tooLarge(tree, file, size);
    const bytes = host.trees.bytes(tree, file);
    if (!bytes) throw unreadable(tree, file);
    return { file, text: sourceText(bytes, dialect) };
  });
  const ended = files.map(({ file, text }) => ({
    file,
    text: text === '' || text.endsWith('\n') ? text : `${text}\n`,
  }));
  return {
    dialect,
    settings,
    unknownOptions: unknown,
    text: ended.map(({ text }) => text).join(''),
    placeOf: placeIn(ended),
    oddities: [
      ...files.flatMap(({ file, text }) => (text.includes('\r\n') ? [windowsLines(file)] : [])),
      ...(ended.some(({ text }) => /^THE REST\r?$/m.test(text)) ? [] : [isCut]),
    ],
  };
};

/** Where the script looks for its files: the tree, the home folder, the tree's .scripts. */
export const configurationFile = ({ trees, env }: Needs, tree: string, name: string): Uint8Array | undefined =>
  trees.bytes(tree, name)
  ?? (env['HOME'] ? trees.bytes(env['HOME'], name) : undefined)
  ?? trees.bytes(tree, `.scripts/${name}`);

const filesOf = (
  { trees }: Needs,
  tree: string,
  { maintainerPath, findMaintainerFiles }: Settings,
): readonly string[] => {
  const path = maintainerPath ?? 'MAINTAINERS';
  const isFolder = path === '.' || trees.isFolder(tree, path);
  const files = isFolder && findMaintainerFiles ? trees.maintainersFiles(tree, path) : [path];
  if (
    files.length > 0
    && !(isFolder && !findMaintainerFiles)
    && files.every((file) => trees.size(tree, file) !== undefined)
  ) {
    return files;
  }
  throw unreadable(tree, path);
};

const unreadable = (tree: string, path: string): Trouble =>
  new Trouble('input', {
    what: 'MAINTAINERS could not be read.',
    where: `${tree}/${path}`,
    next: 'Look whether the tree is complete: git checkout MAINTAINERS, or unpack it again.',
  });

const placeIn = (files: readonly { readonly file: string; readonly text: string }[]): PlaceOf => {
  if (files.length === 1) return (line) => ({ file: files[0]?.file ?? '', line });
  const starts: number[] = [];
  let lines = 0;
  for (const { text } of files) {
    starts.push(lines);
    lines += text.split('\n').length - 1;
  }
  return (line) => {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => start < line),
    );
    return { file: files[at]?.file ?? '', line: line - (starts[at] ?? 0) };
  };
};

const windowsLines = (file: string): string =>
  `${file} has Windows line ends (CRLF): they are left out here, but the tree's own script would find nobody.`;

const isCut =
  'MAINTAINERS has no section THE REST, which stands at its end: it may be cut off, so that people are missing. '
  + 'Compare it with the tree’s own: git diff MAINTAINERS.';

const tooLarge = (tree: string, file: string, size: number): Trouble =>
  new Trouble('input', {
    what: `${file} is ${Math.round(size / 2 ** 20)} MB large, and was not read.`,
    where: `${tree}/${file}`,
    why: 'The largest MAINTAINERS known, that of Linux, is about one megabyte: this is something else.',
    next: `Put the tree's own back: git -C ${tree} checkout ${file}, or unpack the tree again.`,
  });

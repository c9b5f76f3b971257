import { type KbuildMakefile, readKbuild } from './kbuildMakefile.ts';

/** Whether kbuild makes an object of a source file in one configuration, and what that was seen from. */
export interface ObjectState {
  readonly state: 'built' | 'not built' | 'unknown';
  readonly because: string;
}

/** All objects of one configuration, and the way to ask about any source file. Paths are relative to the tree. */
export interface KbuildObjects {
  readonly objects: ReadonlySet<string>;
  stateOf(path: string): ObjectState;
}

interface Walk {
  readonly config: ReadonlyMap<string, string>;
  readonly arch: string;
  /** A file's text by its path in the tree. */
  readonly read: (path: string) => string | undefined;
  readonly visited: Map<string, KbuildMakefile>;
  readonly objects: Set<string>;
  readonly common: readonly ReadonlyMap<string, string>[];
}

/**
 * Follows the lists of the tree's Kbuild files from the top, as `make` does, under a configuration. `arch` is the
 * folder's name under `arch/`. Implements Documentation/kbuild/makefiles.rst, "The kbuild files".
 */
export function kbuildObjects(
  config: ReadonlyMap<string, string>,
  arch: string,
  read: (path: string) => string | undefined,
): KbuildObjects {
  // As the top Makefile finds them in the folder of the build, where it goes straight to work.
  const there = { srctree: '.', objtree: '.', abs_srctree: '.', abs_objtree: '.', CURDIR: '.', sub_make_done: '1' };
  const flags = {
    MAKEFLAGS: '--no-print-directory',
    SRCARCH: arch,
    ARCH: arch,
    BITS: config.has('CONFIG_64BIT') ? '64' : '32',
  };
  const common = [new Map(Object.entries({ ...there, ...flags })), config];
  const walk: Walk = { config, arch, read, visited: new Map(), objects: new Set(), common };
  const open = topFolders(walk);
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (!walk.visited.has(folder)) open.push(...visit(folder, walk));
  }
  return { objects: walk.objects, stateOf: (path) => stateOf(path, walk) };
}

// The top Makefile and the architecture's say where to begin, partly in variables that ./Kbuild then names.
function topFolders(walk: Walk): string[] {
  const top = readKbuild(walk.read('Makefile') ?? '', walk.common, includer(walk));
  const lists = ['init', 'core', 'drivers', 'net', 'libs', 'virt'].flatMap((name) => [
    ...top.list(`${name}-y`),
    ...top.list(`${name}-m`),
  ]);
  const exported = ['ARCH_CORE', 'ARCH_LIB', 'ARCH_DRIVERS'].flatMap((name) => top.list(name));
  const kbuild = makefileOf('', walk);
  const first = kbuild ? list(kbuild, ['obj-y', 'obj-m']) : [];
  if (kbuild) walk.visited.set('', kbuild);
  return [...lists, ...exported, ...first].filter((word) => word.endsWith('/')).map((word) => joined('', word));
}

const list = (makefile: KbuildMakefile, names: readonly string[]): string[] =>
  names.flatMap((name) => [...makefile.list(name)]);

const includer = (walk: Walk) => (path: string) => walk.read(joined('', path));

function makefileOf(folder: string, walk: Walk): KbuildMakefile | undefined {
  const inFolder = (name: string) => joined(folder, name);
  const text = walk.read(inFolder('Kbuild')) ?? (folder === '' ? undefined : walk.read(inFolder('Makefile')));
  if (text === undefined) return undefined;
  const given = [
    new Map([
      ['obj', folder || '.'],
      ['src', `./${folder}`],
    ]),
    ...walk.common,
  ];
  return readKbuild(text, given, includer(walk));
}

/** Notes the objects of a folder; gives the folders below it that are visited too. */
function visit(folder: string, walk: Walk): string[] {
  const makefile = makefileOf(folder, walk);
  if (!makefile) return [];
  walk.visited.set(folder, makefile);
  for (const object of objectsOf(makefile)) walk.objects.add(joined(folder, object));
  const below = list(makefile, ['obj-y', 'obj-m']).filter((word) => word.endsWith('/'));
  return [...below, ...list(makefile, ['subdir-y', 'subdir-m'])].map((word) => joined(folder, word));
}

function objectsOf(makefile: KbuildMakefile): string[] {
  const plain = list(makefile, ['lib-y', 'lib-m', 'extra-y', 'always-y']);
  const builtIn = list(makefile, ['obj-y']).flatMap((word) => parts(word, makefile, ['objs', 'y']));
  const modules = list(makefile, ['obj-m']).flatMap((word) => parts(word, makefile, ['objs', 'y', 'm']));
  return [...plain, ...builtIn, ...modules].filter((word) => word.endsWith('.o'));
}

// `foo.o` stands for the parts that `foo-y` and `foo-objs` name, where there are any.
function parts(word: string, makefile: KbuildMakefile, suffixes: readonly string[]): string[] {
  const stem = word.replace(/\.o$/, '');
  const found = list(
    makefile,
    suffixes.map((suffix) => `${stem}-${suffix}`),
  );
  return found.length > 0 ? found : [word];
}

function stateOf(path: string, walk: Walk): ObjectState {
  if (!/\.[cS]$/.test(path)) return { state: 'unknown', because: 'only .c and .S files have an object of their own' };
  const object = path.replace(/\.[cS]$/, '.o');
  if (walk.objects.has(object)) return { state: 'built', because: 'the configuration takes it' };
  const arch = /^arch\/([^/]+)\//.exec(path)?.[1];
  if (arch !== undefined && arch !== walk.arch) {
    return { state: 'not built', because: `it is for another architecture, ${arch}` };
  }
  const chain = foldersAbove(path);
  for (const folder of chain) {
    if (!walk.visited.has(folder) && makefileOf(folder, walk)) return notVisited(folder, walk);
  }
  const nearest = chain.findLast((folder) => walk.visited.has(folder)) ?? '';
  return notTaken(object, nearest, walk);
}

/** `a/b/c.c` to `['', 'a', 'a/b']`. */
function foldersAbove(path: string): string[] {
  const steps = path.split('/').slice(0, -1);
  return ['', ...steps.map((_, at) => steps.slice(0, at + 1).join('/'))];
}

function notVisited(folder: string, walk: Walk): ObjectState {
  const above = foldersAbove(folder).findLast((one) => walk.visited.has(one)) ?? '';
  const makefile = walk.visited.get(above);
  const word = `${relative(above, folder)}/`;
  const options =
    makefile?.passedOver.filter((over) => over.words.includes(word)).flatMap((over) => over.options) ?? [];
  if (options.length > 0) return { state: 'not built', because: `${folder}/ is left out: ${off(options, walk)}` };
  if (makefile?.unsure) return { state: 'unknown', because: `whether make goes into ${folder}/, only make can say` };
  return { state: 'not built', because: `make for the kernel does not go into ${folder}/` };
}

function notTaken(object: string, folder: string, walk: Walk): ObjectState {
  const makefile = walk.visited.get(folder);
  const word = relative(folder, object);
  if (!makefile) return { state: 'unknown', because: `no Kbuild file was found above ${object}` };
  const composites = makefile.names
    .filter((name) => /-(?:y|m|objs|)$/.test(name) && makefile.list(name).includes(word))
    .map((name) => name.replace(/-(?:y|m|objs|)$/, '.o'));
  const wanted = new Set([word, ...composites]);
  const over = makefile.passedOver.filter((one) => one.words.some((left) => wanted.has(left)));
  const options = over.flatMap((one) => one.options);
  if (options.length > 0) return { state: 'not built', because: off(options, walk) };
  if (makefile.unsure) return { state: 'unknown', because: `what ${folder}/ is made of, only make can say` };
  if (over.length > 0 || composites.length > 0) {
    return { state: 'unknown', because: `${folder}/ names ${word}, but not as an object of the kernel` };
  }
  return { state: 'not built', because: `no Kbuild file names ${word}; perhaps another file includes it` };
}

const off = (options: readonly string[], { config }: Walk): string =>
  [...new Set(options)].map((option) => `${option} is ${config.get(option) ?? 'not set'}`).join(', ');

const relative = (folder: string, path: string): string => (folder === '' ? path : path.slice(folder.length + 1));

/** Without `.`, `..` and a slash at the end. */
function joined(folder: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

import type { HeaderIndex, Include } from './headerIndex.ts';

export interface IncludeWalk {
  /** A file and what it includes, nearest first. */
  filesSeenFrom(path: string): Generator<[string, HeaderIndex]>;
  /** The quoted headers of a file that lie in its own folder. */
  ownHeaders(path: string): string[];
}

/** A definition further away than this many headers is not the one that is meant. */
const LONGEST_WALK = 1500;

export const createIncludeWalk = (indexOf: (path: string) => HeaderIndex | undefined): IncludeWalk => {
  const known = new Map<string, readonly string[]>();
  /** What a file includes, for a source file at `path`: a header of include/ sees the same from everywhere. */
  const includedBy = (file: string, path: string): readonly string[] => {
    const architecture = /^arch\/(\w+)\//.exec(path)?.[1] ?? 'x86';
    const key = /^(?:arch\/\w+\/)?include\//.test(file) ? `${architecture}|${file}` : `${folderOf(path)}|${file}`;
    const before = known.get(key);
    if (before) return before;
    const found = (indexOf(file)?.includes ?? []).flatMap(
      (include) => places(include, file, path, architecture).find((place) => indexOf(place) !== undefined) ?? [],
    );
    known.set(key, found);
    return found;
  };
  return {
    *filesSeenFrom(path) {
      const seen = new Set([path]);
      for (const file of seen) {
        const index = indexOf(file);
        if (index) yield [file, index];
        if (seen.size > LONGEST_WALK) continue;
        for (const included of includedBy(file, path)) seen.add(included);
      }
    },
    ownHeaders: (path) => {
      const folder = folderOf(path);
      const quoted = indexOf(path)?.includes.filter((include) => include.quoted) ?? [];
      return quoted.map((include) => withoutDots(folder + include.name)).filter((file) => folderOf(file) === folder);
    },
  };
};

/** Where an include may be found, as the kernel's Makefile orders it (LINUXINCLUDE), for one architecture. */
const places = (include: Include, from: string, path: string, architecture: string): string[] => {
  const { name, quoted } = include;
  const shared = ['', 'uapi/'].flatMap((uapi) => [
    `arch/${architecture}/include/${uapi}${name}`,
    `include/${uapi}${name}`,
  ]);
  const generic = name.startsWith('asm/') ? [`include/asm-generic/${name.slice(4)}`] : [];
  if (!quoted) return [...shared, ...generic, ...(name.startsWith('linux/') ? [] : near(path, name))];
  return [withoutDots(folderOf(from) + name), ...near(path, name), ...shared.map(withoutDots)];
};

/** The folders that a driver's Makefile may name with -I: its own and two levels above, and their include folders. */
const near = (path: string, name: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return [0, 1, 2].flatMap((up) => {
    const folder = parts.slice(0, parts.length - up).join('/');
    return folder === '' ? [] : [withoutDots(`${folder}/${name}`), withoutDots(`${folder}/include/${name}`)];
  });
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const withoutDots = (path: string): string => {
  if (!path.includes('./')) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

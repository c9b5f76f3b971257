import type { Breach } from '../source/breach.ts';
import type { SourceFile } from '../source/sourceFile.ts';

interface Banned {
  readonly pattern: RegExp;
  readonly what: string;
  readonly instead: string;
  readonly only?: RegExp;
}

const banned: readonly Banned[] = [
  { pattern: /\b(TODO|FIXME|XXX)\b/, what: 'a note to oneself', instead: 'an issue, or the thing done' },
  {
    pattern: /(?<![\w.})\]-])\/(home(?!\/ada\b)|root|work|Users|tmp\/tree)\//,
    what: 'a path of one machine',
    instead: 'a folder that the program is given, or makes with mkdtemp()',
  },
  {
    pattern: /registry\.npmjs|registry\.yarnpkg|(deb|security|snapshot)\.debian\.org|pypi\.org|proxy\.golang/,
    what: 'the host of a package registry',
    instead: "the package's name: the person's own client knows where to get it",
  },
  {
    pattern: /\braw\(/,
    what: 'raw() lets markup through unescaped',
    instead: 'html`…`, which escapes',
    only: /^src\/web\//,
  },
];

/** Words that do not belong into a published file. */
export const wordBreaches = ({ path, text }: SourceFile): Breach[] => {
  const here = banned.filter(({ only }) => only === undefined || only.test(path));
  return text
    .split('\n')
    .flatMap((line, at) =>
      here
        .filter(({ pattern }) => pattern.test(line))
        .map(({ what, instead }) => ({ path, line: at + 1, what, instead })),
    );
};

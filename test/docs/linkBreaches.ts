import { posix } from 'node:path';
import type { Breach } from '../source/breach.ts';
import { lineAt } from '../source/parseSource.ts';
import type { SourceFile } from '../source/sourceFile.ts';

/** Relative links of a Markdown file that lead nowhere. `exists` answers for a path from the root. */
export const linkBreaches = ({ path, text }: SourceFile, exists: (path: string) => boolean): Breach[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap((link) => {
    const [file = ''] = (link[1] ?? '').split('#');
    if (file === '' || /^[a-z]+:/.test(file)) return [];
    if (exists(posix.join(posix.dirname(path), decodeURI(file)))) return [];
    const what = `the link to ${file} leads nowhere`;
    return [{ path, line: lineAt(text, link.index), what, instead: 'a path from this file to one that is there' }];
  });

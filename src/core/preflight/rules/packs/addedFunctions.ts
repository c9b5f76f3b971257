import type { FileDiff, MailedDiffLine, MailedHunk } from '../../../patch/fileDiff.ts';

/** A function's body that a patch adds whole: what stands between its braces in the first column. */
export interface AddedFunction {
  readonly path: string;
  readonly lines: readonly MailedDiffLine[];
}

/** Whole bodies only: what is cut by the hunk, or has a line that was there before, may go on where nobody sees it. */
export const addedFunctions = ({ path, hunks }: FileDiff): readonly AddedFunction[] =>
  /\.[ch]$/.test(path) ? hunks.flatMap((hunk) => bodiesOf(hunk).map((lines) => ({ path, lines }))) : [];

const bodiesOf = ({ lines }: MailedHunk): readonly (readonly MailedDiffLine[])[] => {
  const found: (readonly MailedDiffLine[])[] = [];
  let open: MailedDiffLine[] | undefined;
  let before = '';
  for (const line of lines) {
    if (line.mark === '-') continue;
    if (line.mark === ' ') open = undefined;
    else if (line.text === '{') open = isHead(before) ? [] : undefined;
    else if (line.text !== '}') open?.push(line);
    else {
      if (open) found.push(open);
      open = undefined;
    }
    before = line.text;
  }
  return found;
};

// `int foo(int a,` … `int b)`: a function's head ends in its closing parenthesis.
const isHead = (text: string): boolean => /\)\s*$/.test(text.slice(-80));

/** A declaration on one line: what it declares, and what it is made from. */
export interface Declaration {
  readonly line: MailedDiffLine;
  readonly type: string;
  readonly names: readonly string[];
  readonly value: string;
}

/** The declarations at the top of a body, up to its first empty line; none where one of them is not plainly read. */
export const declarationsOf = ({ lines }: AddedFunction): readonly Declaration[] | undefined => {
  const end = lines.findIndex(({ text }) => text.trim() === '');
  if (end < 0) return undefined;
  const found: Declaration[] = [];
  for (const line of lines.slice(0, end)) {
    const declaration = declarationOf(line);
    if (!declaration) return undefined;
    found.push(declaration);
  }
  return found;
};

const LONGEST = 160;
const QUALIFIERS = '(?:(?:const|volatile|struct|union|enum|unsigned|signed|long|short) )*';
const TYPE = new RegExp(
  `^\\t(${QUALIFIERS}[A-Za-z_]\\w*(?: (?:long|int|char|short|const))*)\\s+(\\**[A-Za-z_][^;]*);$`,
);
const NO_TYPE = /^(?:return|goto|else|case|static|extern|typedef|register|delete|__\w+|[A-Z_]+)\b/;

const declarationOf = (line: MailedDiffLine): Declaration | undefined => {
  if (line.text.length > LONGEST) return undefined;
  const [, type = '', rest = ''] = TYPE.exec(line.text) ?? [];
  if (type === '' || NO_TYPE.test(type)) return undefined;
  const equals = rest.indexOf('=');
  const declared = equals < 0 ? rest : rest.slice(0, equals);
  const value = equals < 0 ? '' : rest.slice(equals + 1);
  // A call's or an initialiser's commas cannot be told from those between names.
  const names = declared.split(',').map((name) => name.replace(/\[.*$/, '').replace(/[*\s]/g, ''));
  return names.every((name) => /^[A-Za-z_]\w*$/.test(name)) ? { line, type, names, value } : undefined;
};

/** Whether it is made from something declared before it. */
const needsOneOf = ({ value }: Declaration, before: readonly Declaration[]): boolean => {
  const words = new Set(value.match(/[A-Za-z_]\w*/g) ?? []);
  return before.some(({ names }) => names.some((name) => words.has(name)));
};

/** The first that is longer than the one before it; what depends on one before is told apart. */
export const outOfOrder = (
  declarations: readonly Declaration[],
): { readonly line: MailedDiffLine; readonly before: MailedDiffLine; readonly dependent: boolean } | undefined => {
  for (const [index, declaration] of declarations.entries()) {
    const before = declarations[index - 1];
    if (!before || declaration.line.text.length <= before.line.text.length) continue;
    const dependent = needsOneOf(declaration, declarations.slice(0, index));
    return { line: declaration.line, before: before.line, dependent };
  }
  return undefined;
};

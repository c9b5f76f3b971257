/** Lines count from 0. */
export interface Heading {
  readonly title: string;
  /** 1 is the highest of this document. */
  readonly level: number;
  /** The heading's first line: the overline, where there is one. */
  readonly from: number;
  readonly titleAt: number;
  /** The first line below it. */
  readonly textFrom: number;
}

/**
 * The headings of a reStructuredText document (docutils' specification, "Sections": any punctuation below, or above and
 * below; the levels are in the order in which the styles come up) or of a Markdown one.
 */
export const documentSectionHeadings = (lines: readonly string[]): readonly Heading[] =>
  isMarkdown(lines) ? markdownHeadings(lines) : underlinedHeadings(lines);

// reStructuredText shows itself by a directive, a label or a literal block; without any, `# Title` is Markdown's.
const isMarkdown = (lines: readonly string[]): boolean =>
  lines.some((line) => /^#{1,6} \S/.test(line)) && !lines.some((line) => /^\.\. |::$/.test(line));

const underlinedHeadings = (lines: readonly string[]): readonly Heading[] => {
  const styles: string[] = [];
  const found: Heading[] = [];
  for (let at = 0; at + 1 < lines.length; at++) {
    const heading = overlinedAt(lines, at) ?? underlinedAt(lines, at);
    if (!heading) continue;
    if (!styles.includes(heading.style)) styles.push(heading.style);
    const { title, from, titleAt, textFrom } = heading;
    found.push({ title, from, titleAt, textFrom, level: styles.indexOf(heading.style) + 1 });
    at = textFrom - 1;
  }
  return found;
};

interface StyledHeading extends Omit<Heading, 'level'> {
  readonly style: string;
}

const overlinedAt = (lines: readonly string[], at: number): StyledHeading | undefined => {
  const [over = '', title = '', under = ''] = lines.slice(at, at + 3);
  if (!isRule(over) || over.trimEnd() !== under.trimEnd() || !isTitle(title)) return undefined;
  if (!isLongEnough(under, title)) return undefined;
  return { style: `over ${over[0]}`, title: title.trim(), from: at, titleAt: at + 1, textFrom: at + 3 };
};

const underlinedAt = (lines: readonly string[], at: number): StyledHeading | undefined => {
  const [title = '', under = ''] = lines.slice(at, at + 2);
  if (!startsText(lines[at - 1] ?? '') || /^\s/.test(title) || !isTitle(title) || !isRule(under)) return undefined;
  if (!isLongEnough(under, title)) return undefined;
  return { style: `under ${under[0]}`, title: title.trim(), from: at, titleAt: at, textFrom: at + 2 };
};

// In the middle of a paragraph, a line of dashes underlines nothing.
const startsText = (above: string): boolean => above.trim() === '' || isRule(above) || above.startsWith('.. ');

const isRule = (line: string): boolean => /^([!-/:-@[-`{-~])\1+\s*$/.test(line);

const isTitle = (line: string): boolean => line.trim() !== '' && !isRule(line);

// As docutils has it: four are a heading with a warning, fewer only where they reach the title's end.
const isLongEnough = (rule: string, title: string): boolean =>
  rule.trimEnd().length >= Math.min(4, title.trim().length);

const markdownHeadings = (lines: readonly string[]): readonly Heading[] => {
  const found: Heading[] = [];
  let fence = '';
  for (const [at, line] of lines.entries()) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1] ?? '';
    if (mark !== '') fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (fence !== '' || mark !== '') continue;
    const heading = hashedAt(line, at) ?? dashedBelow(line, lines[at - 1] ?? '', at);
    if (heading) found.push(heading);
  }
  return found;
};

const hashedAt = (line: string, at: number): Heading | undefined => {
  const [, hashes, title = ''] = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/.exec(line) ?? [];
  return hashes ? { title, level: hashes.length, from: at, titleAt: at, textFrom: at + 1 } : undefined;
};

const dashedBelow = (line: string, above: string, at: number): Heading | undefined => {
  const rule = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
  if (!rule || above.trim() === '' || /^( {0,3}#| {4}|\t|[-*>|])/.test(above)) return undefined;
  return { title: above.trim(), level: rule[0] === '=' ? 1 : 2, from: at - 1, titleAt: at - 1, textFrom: at + 1 };
};

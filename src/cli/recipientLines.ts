import type { Because, Recipient } from '../core/maintainers/recipient.ts';
import type { Face } from './face.ts';
import { becauseWords } from './recipientJson.ts';
import { visibleName } from './visible.ts';

/** Recipients for a person, below what brings them: the section and its line, the history, the commit that is fixed. */
export const recipientLines = (
  recipients: readonly Recipient[],
  { paint, width }: Pick<Face, 'paint' | 'width'>,
): string[] => {
  const groups = Map.groupBy(recipients, ({ because }) => headOf(because[0]));
  return [...groups].flatMap(([head, people]) => {
    const [title = '', why = ''] = head.split('\n');
    return [
      `${paint('strong', visibleName(title))}${why === '' ? '' : `  ${paint('soft', visibleName(why))}`}`,
      ...people.flatMap((recipient) => personLines(recipient, width, paint)),
    ].map((line) => `  ${line}`);
  });
};

const headOf = (because: Because | undefined): string => {
  if (because === undefined) return 'Named by the script';
  if (because.kind !== 'section')
    return because.kind === 'history' ? `The history of ${because.path}` : becauseWords(because);
  return `${because.section}\n${because.pattern} (${because.file}:${because.line})`;
};

const personLines = (recipient: Recipient, width: number, paint: Face['paint']): string[] => {
  const { name, address } = recipient;
  const who = visibleName(name === '' ? address : `${name} <${address}>`);
  const as = visibleName(roleWords(recipient));
  const fits = who.length + as.length + 6 <= width;
  return fits ? [`  ${who}  ${paint('soft', as)}`] : [`  ${who}`, `      ${paint('soft', as)}`];
};

/** What they are here, and where else they came up. */
const roleWords = ({ role, because }: Recipient): string => {
  const [first, ...others] = because;
  if (first?.kind === 'history') return historyWords(first.path, because);
  const own = first?.kind === 'section' ? (/^[^:,]*/.exec(role)?.[0] ?? '') : role;
  const also = [...new Set(others.flatMap((one) => alsoWords(one, first) ?? []))];
  const more = also.length > 3 ? [...also.slice(0, 2), `${also.length - 2} more`] : also;
  return [own, ...more].join('; also ');
};

const alsoWords = (because: Because, first: Because | undefined): string | undefined => {
  if (because.kind === 'section') {
    return first?.kind === 'section' && first.section === because.section ? undefined : because.section;
  }
  return because.kind === 'history' ? `${seenWords(because.says)} of ${because.path}` : becauseWords(because);
};

const historyWords = (path: string, because: readonly Because[]): string => {
  const own = because.flatMap((one) => (one.kind === 'history' && one.path === path ? seenWords(one.says) : []));
  const elsewhere = new Set(because.flatMap((one) => (one.kind === 'history' && one.path !== path ? one.path : [])));
  return [...new Set(own), ...(elsewhere.size > 0 ? [`also in ${[...elsewhere].join(', ')}`] : [])].join(', ');
};

const SEEN: Readonly<Record<string, readonly [before: string, after: string]>> = {
  commit_signer: ['signed', ' commits'],
  authored: ['wrote', ' commits'],
  added_lines: ['added', ' lines'],
  removed_lines: ['removed', ' lines'],
  'authored lines': ['wrote', ' of the lines that are there'],
  commits: ['signed', ' commits behind these lines'],
  'modified commits': ['signed', ' commits behind these lines'],
};

/** `commit_signer 3 of 5` in words. */
const seenWords = (says: string): string => {
  const [, what = '', count = ''] = /^(.*) (\d+ of \d+)$/.exec(says) ?? [];
  const [before, after] = SEEN[what] ?? [what, ''];
  return `${before} ${count}${after}`;
};

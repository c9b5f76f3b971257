import { becauseWords } from '../core/maintainers/becauseWords.ts';
import { ownRole } from '../core/maintainers/ownRole.ts';
import type { Because, Recipient } from '../core/maintainers/recipient.ts';
import { visibleName } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

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
  switch (because.kind) {
    case 'section':
      return `${because.section}\n${because.pattern} (${because.file}:${because.line})`;
    case 'history':
      return `Recent changes to ${because.path}`;
    default:
      return becauseWords(because);
  }
};

const personLines = (recipient: Recipient, width: number, paint: Face['paint']): string[] => {
  const { name, address, header } = recipient;
  const who = `${paint('strong', header)}  ${visibleName(name === '' ? address : `${name} <${address}>`)}`;
  const as = visibleName(roleWords(recipient));
  const fits = name.length + address.length + as.length + 15 <= width;
  return fits
    ? [`  ${who}  ${paint('soft', as)}`]
    : [`  ${who}`, ...folded(as, width - 10).map((line) => `        ${paint('soft', line)}`)];
};

/** What they are here, and where else they came up. */
const roleWords = ({ role, because }: Recipient): string => {
  const [first, ...others] = because;
  if (first?.kind === 'history') return historyWords(because, first.path);
  const own = first?.kind === 'section' ? sectionRole(role) : first?.kind === 'fixes' ? 'signed it' : role;
  const sections = new Set(others.flatMap((one) => (one.kind === 'section' ? one.section : [])));
  if (first?.kind === 'section') sections.delete(first.section);
  const paths = new Set(others.flatMap((one) => (one.kind === 'history' ? one.path : [])));
  const more = others.flatMap((one) => (one.kind === 'fixes' || one.kind === 'in file' ? becauseWords(one) : []));
  const also = [
    ...sections,
    ...[...paths].map((path) => `${historyWords(because, path)} of ${path}`),
    ...new Set(more),
  ];
  return [own, ...(also.length > 3 ? [...also.slice(0, 2), `${also.length - 2} more`] : also)].join('; also ');
};

// The script's words for the status of a section are its own.
const ROLES: Readonly<Record<string, string>> = {
  supporter: 'maintainer, paid for it',
  'odd fixer': 'maintainer with little time (odd fixes)',
  'orphan minder': 'was its maintainer (orphan)',
  'obsolete minder': 'maintainer of what is obsolete',
  'chief penguin': 'maintainer of the whole',
  'open list': 'list',
};

const sectionRole = (role: string): string => {
  const own = ownRole(role);
  return ROLES[own] ?? own;
};

/** What the history says of them in a file: of the lines only where nothing is said of the commits. */
const historyWords = (because: readonly Because[], path: string): string => {
  const says = because.flatMap((one) => (one.kind === 'history' && one.path === path ? one.says : []));
  const commits = says.filter((one) => !/^(?:added|removed)_lines /.test(one));
  return [...new Set((commits.length > 0 ? commits : says).map(seenWords))].join(', ');
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

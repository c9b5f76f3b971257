import type { Dialect } from './dialect.ts';
import type { MaintainersIndex } from './indexMaintainers.ts';
import type { Field, Section } from './parseMaintainers.ts';
import type { PerlText } from './perlText.ts';
import { type ListKind, readList } from './readList.ts';
import type { Because } from './recipient.ts';
import type { RecipientList } from './recipientList.ts';
import type { Settings } from './settings.ts';

/** A mailing list of the answer; one is named once, with the first section that has it. */
export interface ListEntry {
  email: string;
  readonly role: string;
  readonly because: Because[];
}

/** Longer titles are cut in roles, as the script cuts them. */
const LONGEST = 50;

/** A title as it stands in a role. */
const roleTitle = (title: string, { trimEnd }: PerlText): string =>
  lengthOf(title) > LONGEST ? `${trimEnd(firstOf(title, LONGEST - 3))}...` : title;

// perl counts code points, JavaScript halves of some.
const lengthOf = (text: string): number => (isPlain(text) ? text.length : [...text].length);
const firstOf = (text: string, count: number): string =>
  isPlain(text) ? text.slice(0, count) : [...text].slice(0, count).join('');
const isPlain = (text: string): boolean => !/[\ud800-\udfff]/.test(text);

const STATUS_ROLES: Readonly<Record<string, string>> = {
  supported: 'supporter',
  maintained: 'maintainer',
  'odd fixes': 'odd fixer',
  orphan: 'orphan minder',
  obsolete: 'obsolete minder',
  'buried alive in reporters': 'chief penguin',
};

/** What a section's maintainers are called, get_maintainer_role(). */
const maintainerRole = (section: Section, dialect: Dialect, { lower }: PerlText): string => {
  const status = lower(fieldsBelowTitle(section).findLast(({ letter }) => letter === 'S')?.value ?? 'unknown');
  if (dialect.statusInRole) return STATUS_ROLES[status] ?? status;
  return status === 'buried alive in reporters' ? 'chief penguin' : 'maintainer';
};

/** What decides how a section is told. */
export interface SectionWorld extends Pick<MaintainersIndex, 'asTitle'> {
  readonly dialect: Dialect;
  readonly settings: Settings;
  readonly text: PerlText;
}

export interface SectionAsked {
  readonly section: Section;
  /** Behind each role: empty, or the `K:` line that brought the section. */
  readonly suffix: string;
  readonly because: Because;
}

/** Puts a section's people and lists into the answer, add_categories(). */
export const addSection = (
  answer: { readonly list: RecipientList; readonly lists: Map<string, ListEntry> },
  { section, suffix, because }: SectionAsked,
  { dialect, settings, text, asTitle }: SectionWorld,
): void => {
  const title = roleTitle(titleOf(section, asTitle), text);
  const listTitle = title === 'THE REST' ? '' : `:${title}`;
  for (const { letter, value } of fieldsBelowTitle(section)) {
    if (letter === 'M' && settings.maintainers) {
      answer.list.addLine(value, `${maintainerRole(section, dialect, text)}:${title}${suffix}`, because);
    } else if (letter === 'R' && settings.reviewers) {
      answer.list.addLine(value, `reviewer:${title}${suffix}`, because);
    } else if (letter === 'L') {
      const { address, kind } = readList(value, text);
      if (!isWanted(kind, settings)) continue;
      const known = answer.lists.get(text.lower(address));
      if (known) known.because.push(because);
      else {
        const role = `${kind} list${listTitle}${suffix}`;
        answer.lists.set(text.lower(address), { email: address, role, because: [because] });
      }
    }
  }
};

const isWanted = (kind: ListKind, settings: Settings): boolean => {
  if (kind === 'subscriber') return settings.subscribers;
  return settings.lists && (kind === 'open' || settings.moderated);
};

/** A run of fields at the very top of a file has no title: the script takes its first line for one. */
const titleOf = ({ title, line, fields: [first] }: Section, asTitle: MaintainersIndex['asTitle']): string =>
  first?.line === line ? asTitle(first) : title;
const fieldsBelowTitle = ({ line, fields }: Section): readonly Field[] =>
  fields[0]?.line === line ? fields.slice(1) : fields;

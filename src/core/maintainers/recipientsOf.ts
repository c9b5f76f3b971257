import type { NamedAddress } from './addressForm.ts';
import { addSection, type ListEntry } from './addSection.ts';
import { assignRoles } from './assignRoles.ts';
import type { Dialect } from './dialect.ts';
import { fileEmails } from './fileEmails.ts';
import { historyRoles } from './historyRoles.ts';
import type { MaintainersIndex } from './indexMaintainers.ts';
import type { Keyword } from './keywordsOf.ts';
import { readLogLines } from './logLines.ts';
import { perlPattern } from './perlPattern.ts';
import type { LineRange } from './readPatch.ts';
import type { Because } from './recipient.ts';
import { type Entry, type People, recipientList } from './recipientList.ts';
import { isMinded, type Owner, sectionsOf } from './sectionsOf.ts';

/** What is asked about: files of the tree, and what a patch to them says. */
export interface Asked {
  /** Relative to the tree, in the order of the answer; a folder ends in a slash. */
  readonly files: readonly string[];
  readonly fixes: readonly string[];
  readonly keywords: readonly Keyword[];
  readonly ranges: readonly LineRange[];
  /** They were named themselves, not by a patch. */
  readonly named: boolean;
}

/** Where a line of the sections stands: with U-Boot's many MAINTAINERS files, which of them. */
export type PlaceOf = (line: number) => { readonly file: string; readonly line: number };

/** A tree's MAINTAINERS, ready to answer. */
export interface Book {
  readonly index: MaintainersIndex;
  readonly people: People;
  readonly placeOf: PlaceOf;
}

/** What has to be asked of git before an answer can be given. */
export interface HistoryWanted {
  readonly logs: readonly string[];
  readonly blames: readonly string[];
  readonly commits: readonly string[];
}

/** What git said, as it printed it; what is not in a map could not be had. */
export interface HistorySays {
  /** `git log --follow` of a file. */
  readonly logs: ReadonlyMap<string, string>;
  /** The commits of a file's lines, one for each line asked about. */
  readonly blames: ReadonlyMap<string, readonly string[]>;
  /** `git log -1` of a commit. */
  readonly commits: ReadonlyMap<string, string>;
}

export const noHistory: HistorySays = { logs: new Map(), blames: new Map(), commits: new Map() };

/** Which history the settings want for these files. */
export const historyWanted = ({ index, people }: Book, asked: Asked): HistoryWanted => {
  const { git, gitFallback, gitBlame, patternDepth } = people.settings;
  const isOpen = (file: string) =>
    !file.endsWith('MAINTAINERS') && !sectionsOf(index, file, patternDepth).some((owner) => isMinded(owner, file));
  return {
    logs: asked.files.filter((file) => file !== '' && (git || (gitFallback && isOpen(file)))),
    blames: gitBlame ? asked.files : [],
    commits: asked.fixes,
  };
};

/**
 * Who gets it, as get_maintainers() of scripts/get_maintainer.pl finds them, in its order. `textOf` gives the text of a
 * file of the tree, undefined where there is none.
 */
export const recipientsOf = (
  book: Book,
  asked: Asked,
  textOf: (path: string) => string | undefined,
  history: HistorySays = noHistory,
): { readonly entries: readonly (Entry | ListEntry)[]; readonly owners: ReadonlyMap<string, readonly Owner[]> } => {
  const { index, people } = book;
  const { dialect, settings } = people;
  const list = recipientList(people);
  const lists = new Map<string, ListEntry>();
  const owners = new Map<string, readonly Owner[]>();
  const inFiles: (readonly [email: string, path: string])[] = [];
  const world = { dialect, settings, text: people.text, asTitle: index.asTitle };

  for (const file of asked.files) {
    const found = sectionsOf(index, file, settings.patternDepth);
    owners.set(file, found);
    for (const owner of found) {
      addSection({ list, lists }, { section: owner.section, suffix: '', because: becauseOf(book, owner, file) }, world);
    }
    for (const email of emailsIn(file, textOf, people)) inFiles.push([email, file]);
  }
  for (const { section, value, line } of asked.keywords) {
    const because: Because = {
      kind: 'section',
      section: section.title,
      pattern: `K: ${value}`,
      ...book.placeOf(line),
      path: '',
    };
    addSection({ list, lists }, { section, suffix: dialect.namesKeyword ? `:Keyword:${value}` : '', because }, world);
  }
  for (const entry of [...list.entries, ...lists.values()]) entry.email = list.settled(entry.email);

  for (const file of asked.files) historyRoles(people, list, { file, named: asked.named }, history);
  if (!settings.gitChiefPenguins) leaveOutChiefs(list.entries, dialect, people);
  else
    for (const one of dialect.chiefs)
      list.entries.push({ email: written(people, one), role: 'chief penguin', because: [] });
  for (const [email, path] of inFiles) {
    const named = people.form.parse(people.mailmap.real(email));
    const real = written(people, named);
    const because: Because = { kind: 'in file', path };
    list.add(real, '', because);
    list.addRole(real, 'in file', because);
  }
  for (const commit of asked.fixes) {
    const { signers } = readLogLines(history.commits.get(commit) ?? '', '', { settings, dialect, list });
    const lines = signers.map(list.settled);
    assignRoles(people, list, { role: 'blamed_fixes', of: 1, lines }, () => ({ kind: 'fixes', commit }));
  }
  return { entries: merged([...list.entries, ...(settings.lists ? lists.values() : [])]), owners };
};

const becauseOf = ({ placeOf }: Book, { section, because }: Owner, path: string): Because => {
  const [first] = because;
  const place = placeOf(first?.line ?? section.line);
  return { kind: 'section', section: section.title, pattern: `${first?.letter}: ${first?.value}`, ...place, path };
};

const emailsIn = (file: string, textOf: (path: string) => string | undefined, people: People): readonly string[] => {
  const { dialect, settings, form } = people;
  if (/\bMAINTAINERS$/.test(file)) return [];
  if (!settings.fileEmails && !(dialect.readsYaml && file.endsWith('.yaml'))) return [];
  return fileEmails(textOf(file) ?? '', form, dialect).map((named) => written(people, named));
};

/** With the name, unless the settings leave names out. */
const written = ({ form, settings }: People, named: NamedAddress): string =>
  settings.names ? form.format(named) : named.address;

const leaveOutChiefs = (entries: Entry[], { chiefs, unicode }: Dialect, people: People): void => {
  for (const one of chiefs) {
    const pattern = perlPattern(written(people, one), { extended: false, unicode });
    if (pattern.kind === 'unsupported') continue;
    const kept = entries.filter(({ email }) => !pattern.matches(email));
    entries.splice(0, entries.length, ...kept);
  }
};

/** One line for an address: the first, merge_email(). */
const merged = (entries: readonly (Entry | ListEntry)[]): readonly (Entry | ListEntry)[] => {
  const first = new Map<string, Entry | ListEntry>();
  for (const entry of entries) {
    const before = first.get(entry.email);
    if (before) before.because.push(...entry.because);
    else first.set(entry.email, entry);
  }
  return [...first.values()];
};

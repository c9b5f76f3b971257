import { type Section, valuesOf } from './parseMaintainers.ts';
import { perlText } from './perlText.ts';
import { readList } from './readList.ts';
import type { Owner } from './sectionsOf.ts';

/** What a newcomer should know of a section before a mail is sent. */
export interface Trap {
  readonly section: string;
  readonly kind:
    | 'orphan'
    | 'obsolete'
    | 'odd fixes'
    | 'subscribers-only'
    | 'moderated'
    | 'own tree'
    | 'profile'
    | 'nobody';
  /** One sentence. */
  readonly says: string;
  /** Where the tree says so: a document, or a place in MAINTAINERS. */
  readonly source?: string;
}

/** What a tree says about its own words. */
export interface TreeWords {
  /** Where MAINTAINERS explains a status: `MAINTAINERS:15`. */
  readonly explains: (status: string) => string | undefined;
  /** The title of a document that `P:` names; undefined where the tree has none of that name. */
  readonly titleOf: (document: string) => string | undefined;
}

/** What is odd about the sections of the files asked about, each once, in the order of their owners. */
export const trapsOf = (owners: ReadonlyMap<string, readonly Owner[]>, words: TreeWords): readonly Trap[] => {
  const sections = new Map<string, Section>();
  for (const list of owners.values()) {
    for (const { section, isRest } of list) if (!isRest) sections.set(section.title, section);
  }
  const unowned = [...owners].flatMap(([path, list]) => (list.every(({ isRest }) => isRest) ? path : []));
  const traps = [
    ...(unowned.length > 0 ? [nobodyTrap(unowned)] : []),
    ...[...sections.values()].flatMap((section) => [
      ...statusTrap(section, words),
      ...listTraps(section),
      ...profileTraps(section, words),
      ...treeTraps(section),
    ]),
  ];
  // A list or a tree that several sections share is told of once.
  return [...new Map(traps.toReversed().map((trap) => [`${trap.says} ${trap.source}`, trap])).values()].toReversed();
};

const nobodyTrap = ([path = '', ...more]: readonly string[]): Trap => {
  const what = `${path === '' ? 'the tree as a whole' : path}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  const says = `No section of its own names ${what}: look in git log who takes such changes, and write to them, too.`;
  return { section: 'THE REST', kind: 'nobody', says };
};

const STATUS: readonly (readonly [RegExp, 'orphan' | 'obsolete' | 'odd fixes', string])[] = [
  [
    /orphan/i,
    'orphan',
    'nobody minds it: expect no answer from a maintainer; its list and those who changed it last may help',
  ],
  [/obsolete/i, 'obsolete', 'it was replaced by something better: fixes perhaps, clean-ups hardly'],
  [/odd fixes/i, 'odd fixes', 'its maintainer has little time for it: expect to wait'],
];

const statusTrap = (section: Section, { explains }: TreeWords): Trap[] => {
  const status = valuesOf(section, 'S').at(-1) ?? '';
  return STATUS.filter(([pattern]) => pattern.test(status)).map(([, kind, means]) => {
    const source = explains(kind);
    return { section: section.title, kind, says: `Its status is ${status}: ${means}.`, ...(source && { source }) };
  });
};

const listTraps = (section: Section): Trap[] =>
  valuesOf(section, 'L').flatMap((value): Trap[] => {
    const { address, kind } = readList(value, perlText({ unicode: true }));
    if (kind === 'open') return [];
    const says =
      kind === 'subscriber'
        ? `${address} takes mail from subscribers only, so it is not among the recipients: subscribe first, or leave it out.`
        : `${address} is moderated: a first mail from you waits until a person lets it through; do not send it again.`;
    return [{ section: section.title, kind: kind === 'subscriber' ? 'subscribers-only' : 'moderated', says }];
  });

const profileTraps = (section: Section, { titleOf }: TreeWords): Trap[] =>
  valuesOf(section, 'P').map((document) => {
    const title = titleOf(document);
    const says =
      title === undefined
        ? `It has rules of its own: read them first.`
        : `It has rules of its own, "${title}": read them first.`;
    return { section: section.title, kind: 'profile', says, source: document };
  });

const treeTraps = (section: Section): Trap[] => {
  const trees = valuesOf(section, 'T').flatMap((value) => (value.includes('://') ? value.replace(/^git\s+/, '') : []));
  if (trees.length === 0) return [];
  const says =
    trees.length === 1
      ? `It has a tree of its own, so base your patch on that: ${trees[0]}`
      : `It has trees of its own; find out which takes your change, and base your patch on that: ${trees.join(', ')}`;
  return [{ section: section.title, kind: 'own tree', says }];
};

import type { PatchMail } from '../../../patch/patchMail.ts';
import { documentSectionHeadings } from '../../../tree/documentSectionHeadings.ts';
import { packs } from '../../packs.ts';
import type { Checked, Finding, Looked, PreflightRule } from '../../rule.ts';

/** What MAINTAINERS names in a `P:` of a section that owns something of the series, and no pack of ours holds. */
interface Profile {
  readonly patch: PatchMail;
  readonly path: string;
  readonly section: string;
  /** A file of the tree, or an address. */
  readonly named: string;
}

const HELD = new Set(packs.map(({ document }) => document));
const isAddress = (named: string): boolean => /^(?:https?|ftp):\/\//i.test(named);

const profilesOf = ({ series, facts }: Checked): readonly Profile[] => {
  const found = new Map<string, Profile>();
  const looked = new Set<string>();
  for (const patch of series.patches) {
    for (const { path } of patch.diff) {
      if (looked.has(path)) continue;
      looked.add(path);
      for (const { title, profiles } of facts.sections(path)) {
        for (const named of profiles) {
          if (!HELD.has(named) && !found.has(named)) found.set(named, { patch, path, section: title, named });
        }
      }
    }
  }
  return [...found.values()];
};

/** The document's first heading. */
const titleOf = (text: string): string | undefined =>
  documentSectionHeadings(
    text
      .replace(/^\uFEFF/, '')
      .slice(0, 20_000)
      .split(/\r?\n/),
  )[0]?.title;

const finding = ({ patch, path, section, named }: Profile, document: Checked['facts']['document']): Finding => {
  const whose = `${path} belongs to "${section}"`;
  if (isAddress(named)) {
    return {
      patch,
      what: `Have you read their own rules? ${whose}, and they are outside of the tree: ${named}`,
      next: `Read ${named} first; what it says is not checked here.`,
    };
  }
  const text = document(named);
  if (text === undefined) {
    return { patch, what: `${whose}, whose own rules should be in ${named}; this tree does not have that file.` };
  }
  const title = titleOf(text);
  const quoted = title === undefined ? named : `"${title}" (${named})`;
  return {
    patch,
    what: `Have you read ${quoted}? ${whose}, and these rules are theirs.`,
    next: `Read ${named} first.`,
  };
};

const look = (checked: Checked): Looked => {
  const profiles = profilesOf(checked);
  return profiles.map((one) => finding(one, checked.facts.document));
};

const owned = (...profiles: readonly string[]) => ({
  sections: () => [{ title: 'SLAB ALLOCATOR', profiles, trees: [], lists: [] }],
});

/** Subsystems that wrote down rules which are not among ours. */
export const subsystemRules: readonly PreflightRule[] = [
  {
    name: 'subsystem-has-own-rules',
    title: 'the maintainers have rules of their own, which are not checked here',
    group: 'subsystem',
    severity: 'note',
    sources: [
      {
        file: 'Documentation/process/maintainer-handbooks.rst',
        heading: 'Subsystem and maintainer tree specific development process notes',
        phrase: 'supplementary to the general development process handbook',
      },
      {
        file: 'Documentation/maintainer/maintainer-entry-profile.rst',
        heading: 'Maintainer Entry Profile',
        phrase: 'supplements the top-level process documents',
      },
    ],
    covers: [],
    why: 'What is right everywhere else may be turned back there, for a reason that stands in their document.',
    next: 'Read their document first.',
    look,
    examples: [
      {
        given: {},
        facts: {
          ...owned('Documentation/mm/slab-profile.rst'),
          document: () => 'Slab rules\n==========\n\nBe kind.\n',
        },
        finds: '"Slab rules" (Documentation/mm/slab-profile.rst)',
      },
      { given: {}, facts: owned('https://slab.example/rules'), finds: 'outside of the tree: https://slab.example' },
      { given: {}, facts: owned('Documentation/mm/gone.rst'), finds: 'does not have that file' },
      { given: {}, facts: owned('Documentation/process/maintainer-netdev.rst') },
      { given: {}, facts: owned() },
      { given: {} },
    ],
  },
];

/** What a subsystem has said about clean-ups by strangers; the words are read from the user's tree. */
export interface Stance {
  /** The titles of MAINTAINERS sections that it holds for. */
  readonly sections: RegExp;
  /** Where a section's title does not tell: the folders. */
  readonly folders: RegExp;
  readonly cleanUps: 'discouraged' | 'only with other work';
  readonly source: { readonly file: string; readonly heading: string; readonly phrase: string };
}

/** Maintainers may send a patch to this table; a line of the tree's documents must say it. */
const STANCES: readonly Stance[] = [
  {
    sections: /^NETWORKING (?:DRIVERS|\[GENERAL\])/,
    folders: /^(?:net|drivers\/net)\//,
    cleanUps: 'discouraged',
    source: {
      file: 'Documentation/process/maintainer-netdev.rst',
      heading: 'Clean-up patches',
      phrase: 'Netdev discourages patches which perform simple clean-ups',
    },
  },
  {
    sections: /^MEDIA (?:INPUT|DRIVERS)/,
    folders: /^drivers\/(?:media|staging\/media)\//,
    cleanUps: 'only with other work',
    source: {
      file: 'Documentation/driver-api/media/maintainer-entry-profile.rst',
      heading: 'Style Cleanup Patches',
      phrase: 'Style cleanups are welcome when they come together',
    },
  },
];

/** The stance that holds for a file, by its sections and its folder; undefined where nothing was said. */
export const stanceOn = (path: string, sections: readonly string[]): Stance | undefined =>
  STANCES.find((stance) => stance.folders.test(path) || sections.some((title) => stance.sections.test(title)));

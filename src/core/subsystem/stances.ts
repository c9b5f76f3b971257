/** What a subsystem wants of clean-ups by strangers. `none`: no clean-ups found by tools. */
export type CleanUpStance = 'welcome' | 'only with other work' | 'discouraged' | 'none';

/** Words of the tree's documents, found again in the user's tree: without heading in a file that has none. */
export interface DocumentWord {
  readonly file: string;
  readonly heading?: string;
  /** At most eight words. */
  readonly phrase: string;
}

/** A maintainer's own word, added to this table by their patch. */
export interface MaintainerWord {
  /** As in MAINTAINERS. */
  readonly by: string;
  /** `2026-11-03`. */
  readonly date: string;
  /** Where the mail with the patch can be read. */
  readonly mail: string;
}

/** One line of the table: where it holds, what is wanted, who says so. */
export interface Stance {
  /** Titles of MAINTAINERS sections, whole: it holds for what they own, `X:` counted. */
  readonly sections?: readonly string[];
  /** Folders, for what has no section of its own; each ends in a slash. */
  readonly folders?: readonly string[];
  readonly stance: CleanUpStance;
  readonly source: DocumentWord | MaintainerWord;
}

// In small letters the house takes it for no note to oneself.
const LIST = 'todo'.toUpperCase();

/** A driver whose own list of what is left to do names clean-ups. */
const toDo = (folder: string, phrase: string): Stance => ({
  folders: [folder],
  stance: 'welcome',
  source: { file: `${folder}${LIST}`, phrase },
});

/**
 * The first that fits a file decides, so the narrower stands before the wider. Maintainers: one entry is one line of
 * what you want; put it where it belongs and send the patch (docs/decisions/stances.md).
 */
export const STANCES: readonly Stance[] = [
  toDo('drivers/comedi/', 'checkpatch.pl cleanups'),
  toDo('drivers/staging/gdm724x/', 'Clean up coding style to meet kernel standard'),
  toDo('drivers/staging/media/atomisp/', 'a lot of cruft which needs cleaning up'),
  toDo('drivers/staging/media/omap4iss/', 'Fix checkpatch errors and warnings'),
  toDo('drivers/staging/octeon/', 'general code review and clean up'),
  toDo('drivers/staging/rtl8192e/', 'Correct the coding style according to Linux guidelines'),
  toDo('drivers/staging/rtl8723bs/', 'checkpatch.pl fixes'),
  toDo('drivers/staging/rts5208/', 'checkpatch.pl fixes'),
  toDo('drivers/staging/sm750fb/', 'lots of checkpatch cleanup'),
  toDo('drivers/staging/vc04_services/interface/', 'Clean up Sparse warnings'),
  toDo('drivers/staging/vt6655/', 'checkpatch.pl fixes'),
  toDo('drivers/staging/vt6656/', 'use kernel coding style'),
  {
    // The same code is released from another repository, in another coding style.
    sections: ['ACPI COMPONENT ARCHITECTURE (ACPICA)'],
    stance: 'discouraged',
    source: {
      file: 'Documentation/driver-api/acpi/linuxized-acpica.rst',
      heading: 'ACPICA Divergences',
      phrase: 'obviously hurts the ACPICA release automation',
    },
  },
  {
    // The wireless drivers are not theirs: X: takes them out.
    sections: ['NETWORKING DRIVERS', 'NETWORKING [GENERAL]'],
    stance: 'discouraged',
    source: {
      file: 'Documentation/process/maintainer-netdev.rst',
      heading: 'Clean-up patches',
      phrase: 'Netdev discourages patches which perform simple clean-ups',
    },
  },
  {
    sections: ['MEDIA INPUT INFRASTRUCTURE (V4L/DVB)'],
    stance: 'only with other work',
    source: {
      file: 'Documentation/driver-api/media/maintainer-entry-profile.rst',
      heading: 'Style Cleanup Patches',
      phrase: 'Style cleanups are welcome when they come together',
    },
  },
  {
    sections: ['AMD DISPLAY CORE', 'AMD DISPLAY CORE - DML'],
    stance: 'welcome',
    source: {
      file: 'Documentation/gpu/amdgpu/display/display-contributing.rst',
      heading: 'Add prefix to DC functions to improve the debug with ftrace',
      phrase: 'something simple to start contributing to the display',
    },
  },
  {
    sections: ['DRM DRIVERS', 'DRM DRIVERS AND MISC GPU PATCHES'],
    stance: 'welcome',
    source: {
      file: 'Documentation/gpu/introduction.rst',
      heading: 'Getting Started',
      phrase: 'checkpatch or sparse. We welcome such contributions.',
    },
  },
  {
    sections: ['DOCUMENTATION'],
    stance: 'welcome',
    source: {
      file: 'Documentation/doc-guide/contributing.rst',
      heading: 'Addressing warnings',
      phrase: 'one of the highest-priority tasks',
    },
  },
];

/** What the tree's documents say to everybody, read out where nobody has said anything nearer. */
export const GENERAL_WORDS: readonly DocumentWord[] = [
  {
    file: 'Documentation/process/4.Coding.rst',
    heading: 'Coding style',
    phrase: 'pure coding style fixes are seen as noise',
  },
  {
    file: 'Documentation/process/2.Process.rst',
    heading: 'Getting started with Kernel development',
    phrase: 'such patches create a level of noise',
  },
];

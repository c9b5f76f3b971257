/** What the top Makefile says: `VERSION = 6`, `PATCHLEVEL = 12`, … Linux and U-Boot write it alike. */
export interface KernelVersion {
  /** As people write it: `6.12.117`, `6.19-rc1`, `2024.01-rc1`. */
  readonly text: string;
  readonly version: number;
  readonly patchlevel: number;
  /** The stable release's number; 0 where the Makefile has none. */
  readonly sublevel: number;
  /** `-rc1`, what a distribution hangs on, or nothing. */
  readonly extra: string;
  /** `Baby Opossum Posse`. */
  readonly name?: string;
}

export interface ReadVersion {
  readonly version?: KernelVersion;
  /** The assignments that were not found or hold no number. With a version there are none. */
  readonly missing: readonly string[];
}

/** Reads a tree's top Makefile. Never throws. */
export const kernelVersion = (makefile: string): ReadVersion => {
  const assigned = assignments(makefile);
  const number = (variable: string): number | undefined => {
    const value = assigned.get(variable);
    return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  };
  const version = number('VERSION');
  const patchlevel = number('PATCHLEVEL');
  const sublevel = assigned.get('SUBLEVEL') ? number('SUBLEVEL') : 0; // U-Boot leaves it empty
  if (version === undefined || patchlevel === undefined || sublevel === undefined) {
    const read = { VERSION: version, PATCHLEVEL: patchlevel, SUBLEVEL: sublevel };
    return { missing: Object.entries(read).flatMap(([name, value]) => (value === undefined ? [name] : [])) };
  }
  const extra = assigned.get('EXTRAVERSION') ?? '';
  const name = assigned.get('NAME');
  // PATCHLEVEL as it was written: U-Boot's is 01. A first release's SUBLEVEL of 0 is not spoken.
  const text = `${version}.${assigned.get('PATCHLEVEL')}${sublevel > 0 ? `.${sublevel}` : ''}${extra}`;
  return { version: { text, version, patchlevel, sublevel, extra, ...(name ? { name } : {}) }, missing: [] };
};

/** The first of each counts: further below, other variables are made from these. */
const assignments = (makefile: string): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of makefile.matchAll(assignment)) {
    if (!found.has(name)) found.set(name, value.trim());
  }
  return found;
};

const assignment = /^(VERSION|PATCHLEVEL|SUBLEVEL|EXTRAVERSION|NAME)[ \t]*:?=([^#\r\n]*)/gm;

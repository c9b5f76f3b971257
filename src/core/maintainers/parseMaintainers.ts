/** A MAINTAINERS file as data: Linux's, U-Boot's, and those beside U-Boot's boards. */
export interface Maintainers {
  readonly sections: readonly Section[];
  readonly problems: readonly MaintainersProblem[];
}

/** A subsystem, in the file's words. Lines start at 1. */
export interface Section {
  readonly title: string;
  readonly line: number;
  /** In the order of the file. */
  readonly fields: readonly Field[];
}

export interface Field {
  /** `M` mail to, `R` reviewer, `L` list, `S` status, `T` tree, `P` profile, `F` files, `X` not these, `N`, `K`, … */
  readonly letter: string;
  /** As it stands there, with all that is behind the address. */
  readonly value: string;
  readonly line: number;
}

export interface MaintainersProblem {
  readonly line: number;
  readonly what: string;
}

/**
 * Reads as scripts/get_maintainer.pl does: a run of fields is a section, the line before it is its title, empty lines
 * and lines that start with # do not count. Never throws.
 */
export const parseMaintainers = (text: string): Maintainers => {
  const sections: Section[] = [];
  const problems: MaintainersProblem[] = [];
  let title: Title | undefined;
  let fields: Field[] | undefined; // those of the section that is being read
  const endSection = () => {
    // Before the first section stands prose; between sections a title without fields is a slip.
    if (title && !fields && sections.length > 0) problems.push(withoutFields(title));
    fields = undefined;
  };
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const field = fieldIn(row, at + 1);
    if (field) {
      if (!fields) {
        fields = [];
        sections.push({ ...(title ?? { title: '', line: at + 1 }), fields });
      }
      fields.push(field);
      problems.push(...slipsIn(field, title));
    } else if (!/^\s*(#|$)/.test(row)) {
      endSection();
      title = { title: row.trim(), line: at + 1 };
    }
  }
  endSection();
  return { sections, problems };
};

type Title = Pick<Section, 'title' | 'line'>;

const fieldIn = (row: string, line: number): Field | undefined => {
  const [, letter, value = ''] = /^([A-Z]):\s*(.*)/.exec(row) ?? [];
  return letter === undefined ? undefined : { letter, value, line };
};

/** The values of one letter, in order. */
export const valuesOf = (section: Section, letter: string): readonly string[] =>
  section.fields.flatMap((field) => (field.letter === letter ? [field.value] : []));

const withoutFields = ({ title, line }: Title): MaintainersProblem => ({
  line,
  what: `nothing stands below the title "${title.slice(0, 80)}"`,
});

const letters = 'MRLSWQBCPTFXNK';

const slipsIn = ({ letter, value, line }: Field, title: Title | undefined): readonly MaintainersProblem[] => {
  const slips: string[] = [];
  if (!title) slips.push('no title stands above this');
  if (!letters.includes(letter)) slips.push(`no field is called ${letter}:`);
  else if (value === '') slips.push(`${letter}: says nothing`);
  else if (value !== value.trimEnd()) slips.push(`${letter}: ends in white space, which counts`);
  return slips.map((what) => ({ line, what }));
};

import type { Dialect } from './dialect.ts';
import { type PerlText, perlText } from './perlText.ts';

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
export const parseMaintainers = (text: string, dialect: Pick<Dialect, 'unicode'> = { unicode: true }): Maintainers => {
  const perl = perlText(dialect);
  const sections: Section[] = [];
  const problems: MaintainersProblem[] = [];
  let title: Title | undefined;
  let fields: Field[] | undefined; // those of the section that is being read
  const endSection = () => {
    // Before the first section stands prose; between sections a title without fields is a slip.
    if (title && !fields && sections.length > 0) problems.push(withoutFields(title));
    fields = undefined;
  };
  let line = 0;
  for (const ended of text.split('\n')) {
    line++;
    const row = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
    const field = fieldIn(row, line, perl);
    if (field) {
      if (!fields) {
        fields = [];
        sections.push({ title: title?.title ?? '', line: title?.line ?? line, fields });
      }
      fields.push(field);
      for (const what of slipsIn(field, title)) problems.push({ line, what });
    } else if (isTitle(row, perl)) {
      endSection();
      title = { title: row, line };
    }
  }
  endSection();
  return { sections, problems };
};

type Title = Pick<Section, 'title' | 'line'>;

/** What is neither empty nor a remark; asked of rows that are no field. */
export const isTitle = (row: string, { skipBlanks }: PerlText): boolean => {
  const begin = skipBlanks(row, 0);
  return begin < row.length && row[begin] !== '#';
};

const fieldIn = (row: string, line: number, { skipBlanks }: PerlText): Field | undefined => {
  const letter = row[0] ?? '';
  if (row[1] !== ':' || letter < 'A' || letter > 'Z') return undefined;
  return { letter, value: row.slice(skipBlanks(row, 2)), line };
};

/** The values of one letter, in order. */
export const valuesOf = (section: Section, letter: string): readonly string[] =>
  section.fields.flatMap((field) => (field.letter === letter ? [field.value] : []));

const withoutFields = ({ title, line }: Title): MaintainersProblem => ({
  line,
  what: `nothing stands below the title "${title.slice(0, 80)}"`,
});

const letters = 'MRLSWQBCPTFXNK';

const none: readonly string[] = [];

const slipsIn = ({ letter, value }: Field, title: Title | undefined): readonly string[] => {
  if (title && value !== '' && letters.includes(letter) && !/\s$/.test(value)) return none;
  const slips: string[] = [];
  if (!title) slips.push('no title stands above this');
  if (!letters.includes(letter)) slips.push(`no field is called ${letter}:`);
  else if (value === '') slips.push(`${letter}: says nothing`);
  else if (value !== value.trimEnd()) slips.push(`${letter}: ends in white space, which counts`);
  return slips;
};

/** A line of a list that another portal exported. */
export interface RollPerson {
  /** In the file, from 1. */
  readonly line: number;
  readonly name: string;
  /** Lower case. */
  readonly address: string;
}

export interface RollProblem {
  readonly line: number;
  readonly what: string;
}

export interface Roll {
  readonly people: readonly RollPerson[];
  /** Lines that make nobody, and why. */
  readonly unclear: readonly RollProblem[];
  /** Columns that nothing is taken from. */
  readonly unread: readonly string[];
}

export const MOST_ON_ROLL = 5000;

/** How portals call their columns: letters and digits of the header, lower case. */
const columns: Readonly<Record<string, 'name' | 'first' | 'last' | 'address' | 'status'>> = {
  ...{ name: 'name', fullname: 'name', displayname: 'name', applicant: 'name', mentee: 'name', student: 'name' },
  ...{ applicantname: 'name', menteename: 'name', participant: 'name' },
  ...{ firstname: 'first', givenname: 'first', lastname: 'last', surname: 'last', familyname: 'last' },
  ...{ email: 'address', emailaddress: 'address', mail: 'address', address: 'address', primaryemail: 'address' },
  ...{ applicantemail: 'address', menteeemail: 'address', contactemail: 'address' },
  ...{ status: 'status', state: 'status', applicationstatus: 'status', decision: 'status' },
};

/** Whoever left there, or was declined there, is not brought here. */
const gone = /^(?:declined?|rejected|withdrawn?|cancell?ed|removed|spam|duplicate)$/i;

/** From a table's lines to people: what is unclear is said by its line, never guessed. `line` counts as an editor does. */
export const readRoll = (
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  isAddress: (text: string) => boolean,
): Roll => {
  const [head, ...rest] = rows;
  if (!head) return { people: [], unclear: [{ line: 1, what: 'There is nothing in it.' }], unread: [] };
  const kinds = head.cells.map((cell) => columns[cell.toLowerCase().replaceAll(/[^a-z0-9]/g, '')]);
  const unread = head.cells.filter((_, at) => kinds[at] === undefined);
  if (!kinds.includes('address')) {
    const what = 'No column is called e-mail: the first line has to name the columns.';
    return { people: [], unclear: [{ line: head.line, what }], unread };
  }
  if (rest.length > MOST_ON_ROLL) {
    const what = `It has ${rest.length} lines; at most ${MOST_ON_ROLL} are taken at once.`;
    return { people: [], unclear: [{ line: MOST_ON_ROLL + 2, what }], unread };
  }
  const seen = new Map<string, number>();
  const people: RollPerson[] = [];
  const unclear: RollProblem[] = [];
  for (const { line, cells } of rest) {
    const cell = (kind: string): string => tidy(cells[kinds.indexOf(kind as never)] ?? '');
    const read = readLine(cell, cells.length, kinds.length, seen, isAddress);
    if (typeof read === 'string') {
      unclear.push({ line, what: read });
      continue;
    }
    seen.set(read.address, line);
    people.push({ line, ...read });
  }
  return { people, unclear, unread };
};

function readLine(
  cell: (kind: string) => string,
  cells: number,
  wanted: number,
  seen: ReadonlyMap<string, number>,
  isAddress: (text: string) => boolean,
): { readonly name: string; readonly address: string } | string {
  if (cells !== wanted) return `It has ${cells} cells where the first line has ${wanted}.`;
  const address = cell('address').toLowerCase();
  if (!isAddress(address)) return address === '' ? 'It has no address.' : 'Its address is not one.';
  const status = cell('status');
  if (gone.test(status)) return `Left out: its status there is “${status.slice(0, 40)}”.`;
  const before = seen.get(address);
  if (before !== undefined) return `The same address stands in line ${before}.`;
  const name = cell('name') || `${cell('first')} ${cell('last')}`.trim() || (address.split('@')[0] ?? '');
  if (name.length > MOST_OF_NAME) return `Its name is longer than ${MOST_OF_NAME} characters.`;
  return { name, address };
}

const MOST_OF_NAME = 200;

/** One line, without what could turn it around; cells that a spreadsheet was kept from computing lose their mark. */
const tidy = (cell: string): string =>
  cell
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/^'(?=[=+\-@])/, '')
    .trim();

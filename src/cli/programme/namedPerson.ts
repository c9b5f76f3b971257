import { Trouble } from '../../core/trouble.ts';
import { visibleName } from '../../core/visible.ts';
import type { Office } from '../../office/office.ts';
import { type FoundPerson, findPerson } from '../../office/people/findPerson.ts';

/** Whom an argument names, by address or number. Throws Trouble. */
export const namedPerson = async (
  office: Pick<Office, 'db'>,
  [named = '']: readonly string[],
): Promise<FoundPerson> => {
  const found = named.includes('\0') ? undefined : await findPerson(office, named);
  if (found) return found;
  throw new Trouble('input', {
    what: `There is nobody here with ${visibleName(named)}.`,
    next: 'Name a person by their mail address, or by their number in the log.',
  });
};

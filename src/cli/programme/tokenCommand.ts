import { Trouble } from '../../core/trouble.ts';
import { makeApiToken } from '../../edge/signIn/apiToken.ts';
import type { Run } from '../commandTable.ts';
import { optionText } from '../optionText.ts';
import { namedTerm } from './namedTerm.ts';
import { officeOrder, openOffice } from './openOffice.ts';

const DAYS = 90;
/** For whom the API has anything that is a role's, and no person's. */
const tokenRoles = ['mentor', 'lead mentor'] as const;

/** `programme token`: for a script that reads, as what waits in a term's queue; it is nobody's, and changes nothing. */
export const run: Run = async (face, called) => {
  const named = optionText(called.options, 'role');
  const role = tokenRoles.find((one) => one === named);
  if (!role) {
    throw new Trouble('input', {
      what: named === undefined ? 'No role is named.' : `There is no token for the role ${named}.`,
      why: 'A script reads with it what mentors read together; what somebody hands in is theirs, on the page “You”.',
      next: `Take one of: ${tokenRoles.join(', ')}`,
    });
  }
  const { office, database } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const term = await namedTerm(office, optionText(called.options, 'term'));
    const expires = new Date(face.host.now().getTime() + DAYS * 86_400_000);
    const holder = { kind: 'role', role, term: term.id } as const;
    const { token } = await makeApiToken(office, { name: `a ${role}’s`, scopes: ['tasks:read'], holder, expires });
    face.say(token);
    face.note(
      `It reads as a ${role} of ${term.name} (tasks:read) until ${expires.toISOString()}; it is not shown again.`,
    );
    return 0;
  } finally {
    await database.close();
  }
};

import { Trouble } from '../../core/trouble.ts';
import { visibleName } from '../../core/visible.ts';
import { teamRoles } from '../../office/people/grantRole.ts';
import { invite } from '../../office/people/invite.ts';
import type { Run } from '../commandTable.ts';
import { optionText } from '../optionText.ts';
import { namedTerm } from './namedTerm.ts';
import { officeOrder, openOffice } from './openOffice.ts';

/** `programme invite`: a role of the team, and a mail with an address to sign in at. */
export const run: Run = async (face, called) => {
  const { say, paint } = face;
  const named = optionText(called.options, 'role');
  const role = teamRoles.find((one) => one === named);
  if (!role) {
    throw new Trouble('input', {
      what: named === undefined ? 'No role is named.' : `--role ${named} is no role of the team.`,
      next: `Take one of: ${teamRoles.join(', ')}`,
    });
  }
  const { office, database } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const term = await namedTerm(office, optionText(called.options, 'term'));
    const name = optionText(called.options, 'name');
    const to = called.args[0] ?? '';
    const order = { term: term.id, address: to, role, ...(name === undefined ? {} : { name }) };
    const done = await invite(office, 'operator', order);
    if (done.kind === 'refused') throw new Trouble('input', { what: done.because });
    say(
      done.kind === 'invited'
        ? paint('strong', `${visibleName(to)} is ${role} of ${term.name}. The server writes to them.`)
        : `${visibleName(to)} was invited so before; no second mail is sent.`,
    );
    return 0;
  } finally {
    await database.close();
  }
};

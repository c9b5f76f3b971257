import { isPasskeyReason, passkeyReasons } from '../../core/programme/passkeyReason.ts';
import { Trouble } from '../../core/trouble.ts';
import { visibleName } from '../../core/visible.ts';
import { takePasskeys } from '../../office/signIn/takePasskeys.ts';
import type { Run } from '../commandTable.ts';
import { optionText } from '../optionText.ts';
import { namedPerson } from './namedPerson.ts';
import { officeOrder, openOffice } from './openOffice.ts';

/** `programme passkey-lost`: for the only organiser, whom no other can help. */
export const run: Run = async (face, called) => {
  const reason = optionText(called.options, 'reason') ?? 'lost';
  if (!isPasskeyReason(reason)) {
    throw new Trouble('input', {
      what: `--reason ${reason} is none that the log can keep.`,
      next: `Take one of: ${Object.keys(passkeyReasons).join(', ')}`,
    });
  }
  const { office, database } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const { id: person, name } = await namedPerson(office, called.args);
    const done = await takePasskeys(office, 'operator', { person, term: undefined, reason });
    if (done.kind === 'refused') throw new Trouble('input', { what: done.because });
    face.say(
      face.paint('strong', `The passkeys of ${visibleName(name)} are gone, and they are signed out everywhere.`),
    );
    face.say('  A mailed link lets them register another. The server writes to them.');
    return 0;
  } finally {
    await database.close();
  }
};

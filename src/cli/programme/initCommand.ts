import { Trouble } from '../../core/trouble.ts';
import { beginProgramme } from '../../office/term/beginProgramme.ts';
import type { Run } from '../commandTable.ts';
import { optionText } from '../optionText.ts';
import { officeOrder, openOffice } from './openOffice.ts';

/** `programme init`: a programme, its first term and who organises it. Again: it says what is there. */
export const run: Run = async (face, called) => {
  const { say, paint, host } = face;
  const organiser = optionText(called.options, 'organiser');
  if (organiser !== undefined && !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(organiser)) {
    throw new Trouble('input', {
      what: `--organiser ${organiser} is no address.`,
      next: 'Write it as ada@example.org.',
    });
  }
  const { office, database, data } = await openOffice(officeOrder(face, called));
  try {
    const name = optionText(called.options, 'name') ?? 'Kernel mentorship';
    const begun = await beginProgramme(office, { name, organiser });
    say(
      begun.kind === 'begun'
        ? paint('strong', `${name} is ready in ${data}.`)
        : paint('strong', `There is a programme in ${data} already: ${begun.name}. It was left as it is.`),
    );
    say(`  next: ${host.command} programme serve --data ${data}`);
    return 0;
  } finally {
    await database.close();
  }
};

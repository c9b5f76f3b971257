import { Trouble } from '../../core/trouble.ts';
import { visibleJson } from '../../core/visible.ts';
import { exportPerson } from '../../office/privacy/exportPerson.ts';
import type { Run } from '../commandTable.ts';
import { namedPerson } from './namedPerson.ts';
import { officeOrder, openOffice } from './openOffice.ts';

/** `programme export`: everything that is kept of a person, as one JSON document. */
export const run: Run = async (face, called) => {
  const { office, database } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const { id: person } = await namedPerson(office, called.args);
    const exported = await exportPerson(office, 'operator', { person });
    if (exported.kind === 'refused') throw new Trouble('input', { what: exported.because });
    face.say(visibleJson(JSON.stringify(exported)));
    return 0;
  } finally {
    await database.close();
  }
};

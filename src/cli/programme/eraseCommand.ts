import { plural } from '../../core/plural.ts';
import { Trouble } from '../../core/trouble.ts';
import { visibleName } from '../../core/visible.ts';
import { erasePerson, planErase } from '../../office/privacy/erasePerson.ts';
import type { Run } from '../commandTable.ts';
import { namedPerson } from './namedPerson.ts';
import { officeOrder, openOffice } from './openOffice.ts';

/** `programme erase`: what would go and what would stay; then, once somebody says yes, all of it. */
export const run: Run = async (face, called) => {
  const { say, note, paint, host } = face;
  const { office, database, erased } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const { id: person, name, address } = await namedPerson(office, called.args);
    say(paint('strong', `${visibleName(name)} <${visibleName(address ?? 'erased')}>, ${person}`));
    for (const { what, rows, stays } of await planErase(office, person)) {
      const becomes = stays === undefined ? 'is deleted' : `words are deleted; the rest stays ${stays}`;
      say(`  ${what}, ${plural(rows, 'entry', 'entries')}: ${becomes}`);
    }
    if (called.options['yes'] !== true) {
      if (!host.terminal.isInteractive) {
        note('Nothing was erased. Add --yes once it looks right; it cannot be undone.');
        return 2;
      }
      if (!/^y(?:es)?$/i.test((await host.terminal.ask('Erase it? It cannot be undone. [y/N] ')).trim())) {
        say('Nothing was erased.');
        return 2;
      }
    }
    const done = await erasePerson({ ...office, remember: (id) => erased.add(id) }, 'operator', { person });
    if (done.kind === 'refused') throw new Trouble('input', { what: done.because });
    say('Erased. Older backups lose it as they are replaced; one that is restored with --erased erases again.');
    return 0;
  } finally {
    await database.close();
  }
};

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { plural } from '../../core/plural.ts';
import { Trouble } from '../../core/trouble.ts';
import { readManifest } from '../../edge/db/backup/manifest.ts';
import { restoreDatabase } from '../../edge/db/backup/restoreDatabase.ts';
import { erasedList } from '../../edge/db/erasedList.ts';
import { openDatabase } from '../../edge/db/openDatabase.ts';
import { eraseRows } from '../../office/privacy/erasePerson.ts';
import type { Run } from '../commandTable.ts';
import type { Face } from '../face.ts';
import { optionText } from '../optionText.ts';
import { officeOrder } from './openOffice.ts';
import { rehearseBackup } from './rehearseBackup.ts';
import { sayBackup } from './sayBackup.ts';

/** `programme restore`: a backup into a new data folder, with a new secret; who was erased since is erased again. */
export const run: Run = async (face, called) => {
  const { say, note, paint, host } = face;
  const folder = resolve(host.cwd, called.args[0] ?? '');
  if (called.options['rehearse'] === true) return rehearse(face, folder);
  const { data, url } = officeOrder(face, called);
  // Before a database is made for nothing.
  readManifest(folder);
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new Trouble('input', {
      ...{ what: 'The data folder is not empty.', where: data, why: 'A backup is never mixed with what is there.' },
      next: 'Name one that is not there yet: --data NEW',
    });
  }
  const named = optionText(called.options, 'erased');
  const ids = named === undefined ? [] : idsIn(host.readBytes(resolve(host.cwd, named)));
  const database = await openDatabase({ data, ...(url === undefined ? {} : { url }) });
  try {
    const kept = erasedList(data);
    const { manifest, erasedAgain } = await restoreDatabase(database.pool, {
      ...{ folder, erased: ids },
      erase: (trx, person) => eraseRows(trx, person, host.now()),
    });
    // The new folder's own list, for a restore after this one.
    for (const { person } of await database.db.selectFrom('erasure').select('person').execute()) kept.add(person);
    say(
      paint('strong', `The backup of ${manifest.at} is restored in ${data}. Every file and every count was compared.`),
    );
    const status = sayBackup(face, manifest);
    if (named === undefined)
      note('? Who was erased since is back: restore with --erased DATA/erased.ids of the old folder.');
    else say(`  ${plural(erasedAgain.length, 'person', 'people')} erased again`);
    say('  The secret is new: people sign in anew, and addresses that mails for tasks go to are new, too.');
    say(`  next: ${host.command} programme serve --data ${data}`);
    return status;
  } finally {
    await database.close();
  }
};

/** Whether the backup could be restored, and how long one would wait for it. */
async function rehearse(face: Face, folder: string): Promise<number> {
  const { say, paint, host } = face;
  const { manifest, seconds } = await rehearseBackup(folder, host.now);
  const took = `It took ${seconds.toFixed(1)} s; every file and every count was compared.`;
  say(paint('strong', `The backup of ${manifest.at} can be restored. ${took}`));
  const status = sayBackup(face, manifest);
  say('  Nothing of it was kept: this was a rehearsal.');
  return status;
}

/** As the old folder has them; half an id, which a crash left, is nobody's. */
const idsIn = (bytes: Uint8Array): readonly string[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((id) => /^[\w-]{1,64}$/.test(id));

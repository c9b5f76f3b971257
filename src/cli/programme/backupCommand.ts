import { resolve } from 'node:path';
import { backupDatabase } from '../../edge/db/backup/backupDatabase.ts';
import type { Run } from '../commandTable.ts';
import { officeOrder, openOffice } from './openOffice.ts';
import { sayBackup } from './sayBackup.ts';

/** `programme backup`: every row as of one moment, while the server goes on. */
export const run: Run = async (face, called) => {
  const { say, paint, host } = face;
  const { database, data } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const to = resolve(host.cwd, called.args[0] ?? '');
    const manifest = await backupDatabase(database.pool, { to, version: host.version, at: host.now() });
    say(paint('strong', `The backup is in ${to}, which only you can read.`));
    const status = sayBackup(face, manifest);
    say(`  not in it: the server's secret, and ${data}/erased.ids, which a restore wants: keep that one apart`);
    return status;
  } finally {
    await database.close();
  }
};

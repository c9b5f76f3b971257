import type { Manifest } from '../../edge/db/backup/manifest.ts';
import { readManifest } from '../../edge/db/backup/manifest.ts';
import { restoreDatabase } from '../../edge/db/backup/restoreDatabase.ts';
import { openDatabase } from '../../edge/db/openDatabase.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import { eraseRows } from '../../office/privacy/erasePerson.ts';

/** Restores a backup into a folder that is deleted afterwards. Gives how long one would wait for it. Throws Trouble. */
export async function rehearseBackup(
  folder: string,
  now: () => Date,
): Promise<{ readonly manifest: Manifest; readonly seconds: number }> {
  readManifest(folder);
  const began = performance.now();
  return withTempFolder(async (data) => {
    const database = await openDatabase({ data });
    try {
      const { manifest } = await restoreDatabase(database.pool, {
        ...{ folder, erased: [] },
        erase: (trx, person) => eraseRows(trx, person, now()),
      });
      return { manifest, seconds: (performance.now() - began) / 1000 };
    } finally {
      await database.close();
    }
  });
}

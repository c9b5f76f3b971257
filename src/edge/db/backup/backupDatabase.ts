import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ClientBase, Pool } from 'pg';
import { Trouble } from '../../../core/trouble.ts';
import { syncFolder, writeThrough } from '../../files.ts';
import { filesTrouble } from '../../filesTrouble.ts';
import { makeFolder } from '../../makeFolder.ts';
import { takenSteps } from '../migrate.ts';
import { verifyChain } from '../verifyChain.ts';
import { copyTarget, sequenceStates, type TableShape, tableShapes } from './backedTables.ts';
import { copyOut } from './copyRows.ts';
import { type BackedTable, MANIFEST, type Manifest, tableFile } from './manifest.ts';
import { onClient } from './onClient.ts';

export interface BackupOrder {
  /** A folder that is not there yet. */
  readonly to: string;
  readonly version: string;
  readonly at: Date;
}

/**
 * Writes every row as of one moment into a folder, for its owner only to read: whole, or not there. The programme goes on.
 * A log of decisions that is broken is backed up too; what was found is in what this gives.
 */
export const backupDatabase = async (pool: Pool, { to, version, at }: BackupOrder): Promise<Manifest> => {
  const folder = resolve(to);
  if (existsSync(folder)) {
    throw new Trouble('input', {
      what: `${to} is there already.`,
      where: folder,
      next: 'Name a folder that is not there yet.',
    });
  }
  const half = join(dirname(folder), `.${randomUUID()}.half`);
  try {
    makeFolder(dirname(folder), 0o700);
    mkdirSync(half, { mode: 0o700 });
    const manifest = await writeAll(pool, half, { version, at: at.toISOString() });
    writeThrough(join(half, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`, 0o600);
    syncFolder(half);
    renameSync(half, folder);
    syncFolder(dirname(folder));
    return manifest;
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw isOfDatabase(error) ? error : filesTrouble(error, `The backup could not be written to ${to}.`, folder);
  }
};

const isOfDatabase = (error: unknown): boolean => error instanceof Error && !('syscall' in error);

const writeAll = (pool: Pool, half: string, said: Pick<Manifest, 'version' | 'at'>): Promise<Manifest> =>
  onClient(pool, (client, db) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx): Promise<Manifest> => {
        const chain = await verifyChain(trx);
        const steps = [...(await takenSteps(trx))];
        const tables: BackedTable[] = [];
        for (const shape of await tableShapes(client)) tables.push(await writeTable(client, half, shape));
        return { format: 1, ...said, steps, chain, tables, sequences: [...(await sequenceStates(client))] };
      }),
  );

const writeTable = async (client: ClientBase, half: string, shape: TableShape): Promise<BackedTable> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = openSync(tableFile(half, shape), 'wx', 0o600);
  try {
    const rows = await copyOut(client, `COPY ${copyTarget(client, shape)} TO STDOUT`, (piece) => {
      writeWhole(file, piece);
      hash.update(piece);
      bytes += piece.length;
    });
    fsyncSync(file);
    return { ...shape, columns: [...shape.columns], rows, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
};

const writeWhole = (file: number, piece: Uint8Array): void => {
  for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Trouble } from '../../../core/trouble.ts';

export const MANIFEST = 'backup.json';

const chainVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('holds'), head: z.object({ seq: z.number(), hash: z.string() }) }),
  z.object({ kind: z.literal('broken'), seq: z.number(), because: z.enum(['gap', 'previous', 'hash', 'end']) }),
]);

// A name becomes part of a path and of a statement.
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/);

const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the Patchling that wrote it. */
  version: z.string(),
  at: z.iso.datetime(),
  /** The migrations that its database had taken. */
  steps: z.array(z.string()),
  chain: chainVerdict,
  tables: z.array(
    z.object({
      schema: name,
      table: name,
      columns: z.array(name),
      rows: z.number(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ schema: name, sequence: name, last: z.string().regex(/^-?\d+$/) })),
});

/** What a backup says of itself, in its `backup.json`. */
export type Manifest = z.infer<typeof manifestSchema>;
export type BackedTable = Manifest['tables'][number];

export const tableFile = (folder: string, { schema, table }: Pick<BackedTable, 'schema' | 'table'>): string =>
  join(folder, `${schema}.${table}.copy`);

/** @throws Trouble where there is none, or none that this program reads. */
export const readManifest = (folder: string): Manifest => {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch (error) {
    throw new Trouble('input', {
      what: `${folder} is no backup that this Patchling can read.`,
      where: join(folder, MANIFEST),
      why: error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : (error as Error).message,
      next: 'Name the folder that a backup made; one of a newer Patchling takes that Patchling.',
    });
  }
};

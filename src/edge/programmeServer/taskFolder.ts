import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Trouble } from '../../core/trouble.ts';
import { writeFileAtomic } from '../files.ts';
import { makeFolder } from '../makeFolder.ts';
import type { Access } from './askServer.ts';

/** A submission that has not reached the server yet. */
export type Queued = z.infer<typeof Waiting>;

/** What is kept on this machine of a programme: the way in, and what waits to be sent. */
export interface TaskFolder {
  readonly accessFile: string;
  access(): Access | undefined;
  keepAccess(access: Access): void;
  queued(): readonly Queued[];
  enqueue(one: Queued): void;
  dequeue(key: string): void;
}

const Kept = z.object({ url: z.string(), token: z.string() });
const Waiting = z.object({
  ...{ key: z.string().regex(/^[\w-]+$/), url: z.string(), term: z.string(), slug: z.string(), statement: z.string() },
  files: z.array(z.object({ name: z.string(), base64: z.string() })),
});

/** The token lies in a file that nobody else may read; each waiting submission is a file of its own. */
export const openTaskFolder = ({ config, state }: { readonly config: string; readonly state: string }): TaskFolder => {
  const accessFile = join(config, 'programme.json');
  const waiting = join(state, 'submissions');
  return {
    accessFile,
    access: () => (existsSync(accessFile) ? parsed(accessFile, Kept) : undefined),
    keepAccess: (access) => {
      makeFolder(config);
      // Made empty and closed to others first: at no moment does it hold the token in the open.
      writeFileAtomic(accessFile, '');
      chmodSync(accessFile, 0o600);
      writeFileAtomic(accessFile, `${JSON.stringify(access, null, 2)}\n`);
    },
    queued: () => {
      if (!existsSync(waiting)) return [];
      const names = readdirSync(waiting).filter((name) => name.endsWith('.json'));
      return names.toSorted().map((name) => parsed(join(waiting, name), Waiting));
    },
    enqueue: (one) => {
      makeFolder(waiting);
      writeFileAtomic(join(waiting, `${one.key}.json`), `${JSON.stringify(one)}\n`);
    },
    dequeue: (key) => rmSync(join(waiting, `${key}.json`), { force: true }),
  };
};

function parsed<Value>(file: string, schema: z.ZodType<Value>): Value {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Trouble('input', {
      what: 'A file of ours cannot be read.',
      where: file,
      next: 'Look into it, move it away, then try again.',
    });
  }
}

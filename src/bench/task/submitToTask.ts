import { createHash } from 'node:crypto';
import { z } from 'zod';
import { submissionProblem } from '../../core/programme/submissionState.ts';
import { Trouble } from '../../core/trouble.ts';
import { type Access, askServer } from '../../edge/programmeServer/askServer.ts';
import type { Queued, TaskFolder } from '../../edge/programmeServer/taskFolder.ts';

const Received = z.object({
  ...{ attempt: z.number(), received_at: z.string(), late: z.boolean(), before: z.number() },
  waiting: z.object({ half_ms: z.number(), nine_in_ten_ms: z.number(), from: z.number() }).nullable(),
  // An older server does not say it.
  looked: z
    .object({
      outcome: z.enum(['holds', 'fails', 'unknown']),
      step: z.enum(['pass', 'hand back', 'leave']),
      alike: z.boolean().default(false),
      checks: z.array(
        z.object({
          ...{ piece: z.string(), check: z.string(), verdict: z.enum(['holds', 'fails', 'unknown']), seen: z.string() },
          ...{ needed: z.boolean(), line: z.number().nullable(), settle: z.string().nullable() },
        }),
      ),
    })
    .nullish(),
});

export type ReceivedByServer = z.infer<typeof Received>;

/** What became of a submission: the server has it, it waits here, or the server does not want it. */
export type Submitted =
  | { readonly kind: 'received'; readonly of: Queued; readonly received: ReceivedByServer }
  | { readonly kind: 'queued'; readonly of: Queued; readonly because: string }
  | { readonly kind: 'refused'; readonly of: Queued; readonly because: string };

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Packs a submission. The same content for the same task has the same key, so that it is one however often it is sent. */
export function packSubmission(
  access: Access,
  task: { readonly term: string; readonly slug: string },
  { statement, files }: { readonly statement: string; readonly files: readonly PackedFile[] },
): Queued {
  const problem = submissionProblem({ statement, files });
  if (problem) throw new Trouble('input', { what: problem, next: 'Send less, or in another form; nothing was sent.' });
  const hash = createHash('sha256').update(`${access.url}\n${task.term}\n${task.slug}\n${statement}`);
  for (const { name, bytes } of files) hash.update(`\n${name}\n${bytes.length}\n`).update(bytes);
  return {
    ...{ key: hash.digest('base64url'), url: access.url, term: task.term, slug: task.slug, statement },
    files: files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  };
}

/** Keeps a submission on this machine first, then sends it: what the server has not acknowledged is still here. */
export async function submitToTask(folder: TaskFolder, access: Access, packed: Queued): Promise<Submitted> {
  folder.enqueue(packed);
  return sendQueued(folder, access, packed);
}

/** Sends what waited while the server could not be reached. */
export async function* sendAllQueued(folder: TaskFolder, access: Access): AsyncGenerator<Submitted> {
  for (const one of folder.queued()) if (one.url === access.url) yield await sendQueued(folder, access, one);
}

async function sendQueued(folder: TaskFolder, access: Access, of: Queued): Promise<Submitted> {
  const path = `/terms/${encodeURIComponent(of.term)}/tasks/${encodeURIComponent(of.slug)}/submissions`;
  const { key, statement, files } = of;
  const answer = await askServer(access, path, { key, statement, files });
  if (answer.kind === 'offline') return { kind: 'queued', of, because: answer.because };
  // A token that is no good any more is no verdict on what was sent.
  if (answer.kind === 'refused' && (answer.status === 401 || answer.status === 403)) {
    return { kind: 'queued', of, because: answer.because };
  }
  folder.dequeue(key);
  if (answer.kind === 'refused') return { kind: 'refused', of, because: answer.because };
  return { kind: 'received', of, received: Received.parse(answer.body) };
}

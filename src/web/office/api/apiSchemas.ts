import { z } from '@hono/zod-openapi';

// What the API gives and takes. One list validates, and is the document.
const instant = z.iso.datetime().openapi({ example: '2026-12-04T17:00:00.000Z' });
const id = z.string().regex(/^[\w-]{1,64}$/);

const Problem = z
  .object({ error: z.string(), next: z.string().optional() })
  .openapi('Problem', { description: 'Why something was not done, and what to do next.' });

const Term = z
  .object({
    ...{ id, programme: z.string(), name: z.string(), address: z.string() },
    ...{ opens_at: instant, closes_at: instant, tasks_until: instant, starts_at: instant, ends_at: instant },
  })
  .openapi('Term');

const TaskOfMine = z
  .object({
    ...{ id, term: id, slug: z.string(), title: z.string(), ordinal: z.number().int() },
    state: z.enum([
      'not released',
      'open',
      'overdue',
      'waiting for a mentor',
      'changes requested',
      'not yet',
      'accepted',
    ]),
    due: instant,
    late: z.boolean(),
    attempts: z.array(
      z.object({
        ...{ id, attempt: z.number().int(), state: z.string(), received_at: instant, late: z.boolean() },
        decided_at: instant.nullable(),
        answer: z.string(),
      }),
    ),
  })
  .openapi('TaskOfMine');

const TaskWords = z
  .object({
    words: z.string().openapi({ description: 'Markdown' }),
    mark: z
      .string()
      .nullable()
      .openapi({ description: 'What the evidence for it has to bear; null where no machine looks.' }),
  })
  .openapi('TaskWords');

const Looked = z
  .object({
    outcome: z.enum(['holds', 'fails', 'unknown']),
    step: z.enum(['pass', 'hand back', 'leave']),
    alike: z
      .boolean()
      .openapi({ description: 'It is much like another person’s: the task’s page asks how that came about.' }),
    checks: z.array(
      z.object({
        ...{ piece: z.string(), check: z.string(), verdict: z.enum(['holds', 'fails', 'unknown']), seen: z.string() },
        ...{ needed: z.boolean(), line: z.number().int().nullable(), settle: z.string().nullable() },
      }),
    ),
  })
  .openapi('Looked', { description: 'What the machine saw, and what it did with it.' });

const Me = z
  .object({ id, name: z.string(), zone: z.string(), roles: z.array(z.object({ term: id, role: z.string() })) })
  .openapi('Me');

const NewSubmission = z
  .object({
    key: z
      .string()
      .regex(/^[\x20-\x7e]{8,100}$/)
      .openapi({ description: 'The sender’s own: the same one twice is one submission.' }),
    statement: z.string().max(40_000).default(''),
    files: z
      .array(z.object({ name: z.string().min(1).max(200), base64: z.base64().max(7_000_000) }))
      .max(20)
      .default([]),
  })
  .openapi('NewSubmission');

const Received = z
  .object({
    ...{ id, attempt: z.number().int(), received_at: instant, late: z.boolean() },
    before: z.number().int().openapi({ description: 'How many that came earlier still wait.' }),
    waiting: z
      .object({ half_ms: z.number(), nine_in_ten_ms: z.number(), from: z.number().int() })
      .nullable()
      .openapi({ description: 'How long answers take; null while too few were given to say.' }),
    looked: Looked.nullable().openapi({ description: 'null where no machine looks, or it has not ended yet.' }),
  })
  .openapi('Received');

const QueueItem = z
  .object({
    ...{ id, task: z.string(), attempt: z.number().int(), received_at: instant, late: z.boolean() },
    ...{ sooner: z.array(z.string()), taken: z.boolean() },
  })
  .openapi('QueueItem');

/** All of them, by the names that the document gives them; `id` is an opaque id in an address. */
export const apiSchemas = { id, Problem, Term, TaskOfMine, TaskWords, Me, NewSubmission, Received, QueueItem };

import type { z } from '@hono/zod-openapi';
import type { Look } from '../../../office/evidence/looksOf.ts';
import type { OwnStanding } from '../../../office/tasks/standingsOf.ts';
import type { Received as Kept } from '../../../office/tasks/submitTask.ts';
import type { apiSchemas } from './apiSchemas.ts';

/** A task as its owner's programs see it. */
export const taskJson = ({ facts, state, deadline, isLate }: OwnStanding): z.infer<typeof apiSchemas.TaskOfMine> => ({
  ...{ id: facts.task.id, term: facts.task.term, slug: facts.task.slug, title: facts.task.title },
  ...{ ordinal: facts.task.ordinal, state, due: deadline.toISOString(), late: isLate },
  attempts: facts.attempts.map((one) => ({
    ...{ id: one.id, attempt: one.attempt, state: one.state, late: one.late, answer: one.answer },
    ...{ received_at: one.receivedAt.toISOString(), decided_at: one.decidedAt?.toISOString() ?? null },
  })),
});

/** The acknowledgement of a submission. */
export const receivedJson = (
  { id, attempt, at, late, before, waiting }: Kept,
  look: Look | undefined,
): z.infer<typeof apiSchemas.Received> => ({
  ...{ id, attempt, received_at: at.toISOString(), late, before },
  waiting:
    waiting.kind === 'known' ? { half_ms: waiting.half, nine_in_ten_ms: waiting.nineInTen, from: waiting.from } : null,
  looked: look ? lookedJson(look) : null,
});

const lookedJson = ({ outcome, step, judged, likeness }: Look) => ({
  ...{ outcome, step, alike: likeness !== undefined },
  checks: judged.flatMap(({ piece, checks }) =>
    checks.map(({ check, verdict, seen, needed, line, settle }) => ({
      ...{ piece, check, verdict, seen, needed, line: line ?? null, settle: settle ?? null },
    })),
  ),
});

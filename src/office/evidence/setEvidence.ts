import type { TaskEvidence } from '../../core/evidence/taskEvidence.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readEvidenceFile } from './evidenceFile.ts';

/** What a machine looks at of a task from now on; nothing where the text is empty. What was judged stays as it was. */
export async function setEvidence(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly task: string; readonly text: string },
): Promise<{ readonly kind: 'set' } | Refused> {
  const permission = mayDo(who, { do: 'change-tasks', term: order.term });
  if (!permission.may) return forbidden(permission);
  const isNone = order.text.trim() === '';
  const read = isNone ? undefined : readEvidenceFile(order.text);
  if (read?.kind === 'unreadable') return refused(read.because);
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('task')
      .set({ evidence: read === undefined ? null : JSON.stringify(read.evidence) })
      .where('id', '=', order.task)
      .where('term', '=', order.term)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return refused('There is no such task.');
    await appendFact(trx, { kind: 'task-changed', at, by: who.id ?? '', about: order.task, term: order.term });
    return { kind: 'set' } as const;
  });
}

/** What a machine looks at of a task; none where people alone judge it. */
export const evidenceOf = async ({ db }: Pick<Office, 'db'>, task: string): Promise<TaskEvidence | undefined> =>
  (await db.selectFrom('task').select('evidence').where('id', '=', task).executeTakeFirst())?.evidence ?? undefined;

/** As its author would write it; empty where people alone judge the task. */
export const evidenceText = async (office: Pick<Office, 'db'>, task: string): Promise<string> => {
  const evidence = await evidenceOf(office, task);
  return evidence ? JSON.stringify(evidence, undefined, 2) : '';
};

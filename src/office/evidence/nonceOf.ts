import { taskNonce } from '../../core/programme/taskNonce.ts';
import type { Office } from '../office.ts';

type Part = Pick<Office, 'db' | 'mailSettings'>;

interface Whose {
  readonly person: string;
  readonly task: string;
}

/** The word that somebody's evidence for a task has to bear. */
export const nonceOf = async ({ db, mailSettings }: Part, whose: Whose): Promise<string> => {
  const row = await db
    .selectFrom('task_nonce')
    .select('turn')
    .where('task', '=', whose.task)
    .where('person', '=', whose.person)
    .executeTakeFirst();
  return taskNonce(mailSettings.secret, { ...whose, turn: row?.turn ?? 1 });
};

/** Another word from now on: the one that others have seen proves nothing any more. */
export const renewNonce = async ({ db, now }: Part & Pick<Office, 'now'>, { person, task }: Whose): Promise<void> => {
  const at = now();
  await db
    .insertInto('task_nonce')
    .values({ task, person, turn: 2, made_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['task', 'person'])
        .doUpdateSet((set) => ({ turn: set('task_nonce.turn', '+', 1), made_at: at })),
    )
    .execute();
};

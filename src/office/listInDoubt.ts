import type { OutboxState } from '../core/programme/mail/afterAnswer.ts';
import type { MailKind } from '../core/programme/mail/mailKind.ts';
import type { MailOffice } from './mailOffice.ts';

/** A mail that was offered and of which nobody knows whether it arrived once, or more than once. */
export interface MailInDoubt {
  readonly id: string;
  readonly person: string | null;
  readonly kind: MailKind;
  readonly messageId: string;
  readonly doubtedAt: Date;
  readonly tries: number;
  /** Where it stands now: most are offered again and accepted. */
  readonly state: OutboxState;
}

/** The newest doubt first. */
export const listInDoubt = async ({ db }: Pick<MailOffice, 'db'>, most = 200): Promise<readonly MailInDoubt[]> => {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'person', 'kind', 'message_id', 'doubted_at', 'tries', 'state'])
    .where('doubted_at', 'is not', null)
    .orderBy('doubted_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.flatMap(({ message_id: messageId, doubted_at: doubtedAt, ...row }) =>
    doubtedAt === null ? [] : [{ ...row, messageId, doubtedAt }],
  );
};

import type { ColumnType } from 'kysely';
import type { OutboxState } from '../../core/programme/mail/afterAnswer.ts';
import type { MailKind, MailWish } from '../../core/programme/mail/mailKind.ts';

/** A mail of ours, put beside what it tells about. What names the person is emptied when they are erased. */
export interface OutboxTable {
  readonly id: string;
  readonly person: string | null;
  readonly address: string;
  readonly name: string;
  readonly kind: MailKind;
  readonly subject: string;
  readonly text: string;
  readonly message_id: string;
  /** The same event puts the same key: no mail is put twice. */
  readonly put_key: string;
  /** Of the token in the address to which reports of its failure go. */
  readonly return_digest: string | null;
  readonly state: OutboxState;
  readonly tries: number;
  readonly created_at: Date;
  readonly next_at: Date;
  /** After that it says nothing true any more (a sign-in link). */
  readonly until: Date | null;
  readonly offered_at: Date | null;
  readonly answered_at: Date | null;
  /** When it was offered and no answer was noted: it may have arrived more than once. */
  readonly doubted_at: Date | null;
  readonly response: string;
}

export interface MailWishTable {
  readonly person: string;
  readonly kind: MailKind;
  readonly wish: MailWish;
  readonly set_at: Date;
}

/** An address that takes no mail any more. */
export interface MailStopTable {
  /** Lower case. */
  readonly address: string;
  readonly person: string | null;
  readonly because: string;
  readonly stopped_at: Date;
}

/** An address for the mails of one person to one task; its secret is in nobody's table. */
export interface MailTokenTable {
  readonly digest: string;
  readonly person: string;
  readonly task: string;
  readonly turn: number;
  readonly made_at: Date;
  readonly until: Date | null;
  readonly ended_at: Date | null;
}

export type MailInState = 'received' | 'submitted' | 'refused' | 'ignored' | 'duplicate' | 'bounce' | 'failed';

/** A mail that came, kept before anybody looked into it. */
export interface MailInTable {
  readonly id: string;
  readonly purpose: 'task' | 'bounce';
  /** The digest of its address's token. */
  readonly token: string;
  readonly raw: ColumnType<Uint8Array, Uint8Array, Uint8Array>;
  readonly envelope_from: string;
  readonly peer: string;
  readonly received_at: Date;
  readonly state: MailInState;
  readonly because: string;
  readonly tries: number;
  readonly judged_at: Date | null;
  /** Its Message-ID, or the digest of its bytes where it has none. */
  readonly message_key: string | null;
  readonly submission: string | null;
}

/** When a person last had an automatic answer. */
export interface MailAnswerTable {
  readonly person: string;
  readonly answered_at: Date;
}

/** A mail of the server to itself. */
interface MailRoundTable {
  readonly digest: string;
  readonly sent_at: Date;
  readonly back_at: Date | null;
}

export interface MailTables {
  readonly outbox: OutboxTable;
  readonly mail_wish: MailWishTable;
  readonly mail_stop: MailStopTable;
  readonly mail_token: MailTokenTable;
  readonly mail_in: MailInTable;
  readonly mail_answer: MailAnswerTable;
  readonly mail_round: MailRoundTable;
}

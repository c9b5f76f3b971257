import type { ColumnType, Generated } from 'kysely';
import type { ApplicationState, Rating } from '../../../core/programme/applicationState.ts';
import type { BatchDecision } from '../../../core/programme/batch.ts';
import type { WordedMail } from '../../../core/programme/mailWords.ts';
import type { Role } from '../../../core/programme/role.ts';
import type { EligibilityQuestion } from '../../../core/programme/termDates.ts';

/** JSON goes in as text, and comes out as what it says. */
type Json<Value> = ColumnType<Value, string, string>;

export interface ProgrammeTable {
  id: string;
  slug: string;
  name: string;
  /** Markdown. */
  words: string;
  /** What one may use tools for, and must say of it; Markdown. */
  disclosure_policy: string;
  created_at: Date;
}

export interface TermTable {
  id: string;
  programme: string;
  slug: string;
  name: string;
  zone: string;
  opens_at: Date;
  closes_at: Date;
  tasks_until: Date;
  starts_at: Date;
  ends_at: Date;
  /** Applications that one person may have open at once, in all terms of the programme. */
  cap: number;
  places: number;
  eligibility: Json<readonly EligibilityQuestion[]>;
  is_public: boolean;
  created_at: Date;
  /** Counts up with each change, so that of two organisers the second is told. */
  revision: Generated<number>;
}

export interface ApplicationTable {
  id: string;
  term: string;
  person: string;
  state: ApplicationState;
  started_at: Date;
  sent_at: Date | null;
  decided_at: Date | null;
  withdrawn_at: Date | null;
  /** Why this programme, in the person's words. */
  words: string;
  /** Hours a week, and when. */
  availability: string;
  /** Where one's code can be seen: an address, a name on a forge. */
  code_identity: string;
  /** Which tools wrote what. */
  disclosure: string;
  /** The answers, by the question's id. */
  eligibility: Json<Readonly<Record<string, boolean>>>;
  /** Counts up with each change, so that of two windows the second is told. */
  revision: number;
}

export interface AssignmentTable {
  application: string;
  reviewer: string;
  at: Date;
  by: string;
  /** Said by the reviewer: knows the applicant too well to judge. */
  conflict: boolean;
}

export interface RatingTable {
  application: string;
  reviewer: string;
  value: Rating;
  note: string;
  flagged: boolean;
  at: Date;
}

/** One decision for many, shown before it is carried out. */
export interface BatchTable {
  id: string;
  term: string;
  decision: BatchDecision;
  proposed_by: string;
  proposed_at: Date;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  dropped_at: Date | null;
}

export interface BatchItemTable {
  batch: string;
  application: string;
  /** One sentence for this person alone. */
  sentence: string;
  /** The mail, as it was shown and goes out. */
  subject: string;
  text: string;
  /** Once the batch is carried out; left out where the application had changed meanwhile. */
  outcome: 'decided' | 'left out' | null;
}

/** An organiser's own words for a mail of a term. */
export interface MailWordsTable {
  term: string;
  kind: WordedMail;
  subject: string;
  text: string;
}

/** Somebody was asked to take part; their address came from somebody else. */
export interface InvitationTable {
  id: string;
  term: string;
  person: string;
  role: Role;
  at: Date;
  by: string;
  until: Date;
}

export interface TermTables {
  programme: ProgrammeTable;
  term: TermTable;
  application: ApplicationTable;
  assignment: AssignmentTable;
  rating: RatingTable;
  batch: BatchTable;
  batch_item: BatchItemTable;
  mail_words: MailWordsTable;
  invitation: InvitationTable;
}

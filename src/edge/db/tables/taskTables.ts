import type { ColumnType } from 'kysely';
import type { TaskEvidence } from '../../../core/evidence/taskEvidence.ts';
import type { KeptCard } from '../../../core/programme/keptCard.ts';
import type { Outcome, SubmissionState, Via } from '../../../core/programme/submissionState.ts';
import type { Release } from '../../../core/programme/task.ts';

export interface TaskTable {
  id: string;
  term: string;
  /** Place in the order, from 1. */
  ordinal: number;
  slug: string;
  title: string;
  /** Markdown. */
  words: string;
  release: Release;
  /** With release `at a date`. */
  release_at: Date | null;
  deadline: Date;
  /** Not for all of the term, but for those in `task_person`. */
  is_extra: boolean;
  required: boolean;
  made_at: Date;
  made_by: string;
  /** From here on it is given to nobody; what was handed in for it stays. */
  retired_at: Date | null;
  /** What a machine looks at; none: people alone judge it. */
  evidence: ColumnType<TaskEvidence | null, string | null | undefined, string | null>;
}

/** Whom an extra task is for, and why: the gap that it is to close. */
export interface TaskPersonTable {
  task: string;
  person: string;
  reason: string;
}

export interface ExtensionTable {
  task: string;
  person: string;
  until: Date;
  reason: string;
  by: string;
  at: Date;
}

export interface SubmissionTable {
  /** They ask for a person's look. */
  wants_person: ColumnType<boolean, boolean | undefined, boolean>;
  id: string;
  task: string;
  person: string;
  /** From 1; every one is kept. */
  attempt: number;
  statement: string;
  via: Via;
  /** On this server's clock. */
  received_at: Date;
  late: boolean;
  state: SubmissionState;
  /** The mentor who has it, until when. */
  taken_by: string | null;
  taken_until: Date | null;
  decided_by: string | null;
  decided_at: Date | null;
  /** What the mentor says to the person. */
  answer: string;
  /** What made a later mentor decide otherwise. */
  override_reason: string | null;
  /** Of a mail, or the sender's own key: the same one twice is one submission. */
  key: string | null;
  /** Put before what is digested for the log: without it, nobody finds out by trying what an erased text was. */
  salt: string;
}

/** What was said before another mentor decided otherwise. */
export interface EarlierVerdictTable {
  submission: string;
  decided_at: Date;
  /** None: the machine. */
  decided_by: string | null;
  outcome: Outcome;
  answer: string;
}

export interface SubmissionFileTable {
  submission: string;
  ordinal: number;
  name: string;
  size: number;
  sha256: string;
  bytes: Buffer;
}

/** Said once, used again. */
export interface RemarkTable {
  id: string;
  term: string;
  by: string;
  title: string;
  text: string;
  at: Date;
}

/** Said by a mentor: knows the person too well to judge what they hand in. */
export interface ConflictTable {
  term: string;
  mentor: string;
  person: string;
  at: Date;
}

export interface SubsystemChoiceTable {
  term: string;
  person: string;
  name: string;
  chosen_at: Date;
  dropped_at: Date | null;
  reason: string;
}

/** What a subsystem is like, for whoever chooses; of nobody. */
export interface SubsystemCardTable {
  programme: string;
  name: string;
  /** What it was read from: `Linux 6.12.117`. */
  tree: string;
  made_at: Date;
  begin: string;
  rows: ColumnType<KeptCard['rows'], string, string>;
  months: ColumnType<NonNullable<KeptCard['months']> | null, string | null, string | null>;
}

export interface CourseChapterTable {
  id: string;
  term: string;
  ordinal: number;
  title: string;
}

export interface CourseProgressTable {
  chapter: string;
  person: string;
  done_at: Date | null;
  note: string;
}

export interface QuestionTable {
  id: string;
  term: string;
  person: string;
  text: string;
  asked_at: Date;
  answered_by: string | null;
  answered_at: Date | null;
  answer: string;
  /** The question in a mentor's words, where its answer helps others too; null where it stays between the two. */
  shared_as: string | null;
}

export interface TaskTables {
  task: TaskTable;
  task_person: TaskPersonTable;
  extension: ExtensionTable;
  submission: SubmissionTable;
  earlier_verdict: EarlierVerdictTable;
  submission_file: SubmissionFileTable;
  remark: RemarkTable;
  conflict_of_interest: ConflictTable;
  subsystem_choice: SubsystemChoiceTable;
  subsystem_card: SubsystemCardTable;
  course_chapter: CourseChapterTable;
  course_progress: CourseProgressTable;
  question: QuestionTable;
}

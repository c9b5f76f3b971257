import { type RawBuilder, sql } from 'kysely';
import type { RetentionClass } from '../../core/programme/retentionClasses.ts';

/** Which rows of a table are past their time: `before` is so many days before now. */
export interface RetentionRule {
  readonly class: RetentionClass['id'];
  readonly table: string;
  readonly of: (before: Date) => RawBuilder<unknown>;
}

const termOver = (before: Date) => sql`SELECT id FROM term WHERE ends_at < ${before}`;
const taskOver = (before: Date) => sql`SELECT id FROM task WHERE term IN (${termOver(before)})`;
const applicationOver = (before: Date) => sql`SELECT id FROM application WHERE term IN (${termOver(before)})`;
const turnedDown = (before: Date) => sql`state IN ('declined', 'withdrawn')
  AND coalesce(withdrawn_at, decided_at) < ${before}`;

/** What each class of the privacy notice means in the store; what is done with such rows says `personalData`. */
export const retentionRules: readonly RetentionRule[] = [
  { class: 'declined', table: 'application', of: turnedDown },
  ...(['rating', 'batch_item'] as const).map(
    (table): RetentionRule => ({
      ...{ class: 'declined', table },
      of: (before) => sql`application IN (SELECT id FROM application WHERE ${turnedDown(before)})`,
    }),
  ),
  { class: 'application', table: 'application', of: (before) => sql`term IN (${termOver(before)})` },
  { class: 'notes', table: 'rating', of: (before) => sql`application IN (${applicationOver(before)})` },
  { class: 'notes', table: 'batch_item', of: (before) => sql`application IN (${applicationOver(before)})` },
  { class: 'mails', table: 'outbox', of: (before) => sql`created_at < ${before}` },
  { class: 'mails', table: 'mail_in', of: (before) => sql`received_at < ${before}` },
  { class: 'notes', table: 'remark', of: (before) => sql`term IN (${termOver(before)})` },
  { class: 'notes', table: 'conflict_of_interest', of: (before) => sql`term IN (${termOver(before)})` },
  { class: 'notes', table: 'extension', of: (before) => sql`task IN (${taskOver(before)})` },
  { class: 'notes', table: 'task_person', of: (before) => sql`task IN (${taskOver(before)})` },
  {
    ...{ class: 'submissions', table: 'submission_file' },
    of: (before) => sql`submission IN (SELECT id FROM submission WHERE task IN (${taskOver(before)}))`,
  },
  {
    ...{ class: 'submissions', table: 'earlier_verdict' },
    of: (before) => sql`submission IN (SELECT id FROM submission WHERE task IN (${taskOver(before)}))`,
  },
  {
    ...{ class: 'submissions', table: 'machine_look' },
    of: (before) => sql`submission IN (SELECT id FROM submission WHERE task IN (${taskOver(before)}))`,
  },
  ...(['likeness_sign', 'likeness'] as const).map(
    (table): RetentionRule => ({
      ...{ class: 'submissions', table },
      of: (before) => sql`submission IN (SELECT id FROM submission WHERE task IN (${taskOver(before)}))`,
    }),
  ),
  { class: 'submissions', table: 'submission', of: (before) => sql`task IN (${taskOver(before)})` },
  { class: 'submissions', table: 'question', of: (before) => sql`term IN (${termOver(before)})` },
  { class: 'submissions', table: 'subsystem_choice', of: (before) => sql`term IN (${termOver(before)})` },
  {
    ...{ class: 'submissions', table: 'course_progress' },
    of: (before) => sql`chapter IN (SELECT id FROM course_chapter WHERE term IN (${termOver(before)}))`,
  },
  { class: 'security', table: 'session', of: (before) => sql`least(expires_at, updated_at) < ${before}` },
  { class: 'security', table: 'security_event', of: (before) => sql`last_at < ${before}` },
  { class: 'security', table: 'api_token', of: (before) => sql`least(ended_at, expires_at) < ${before}` },
];

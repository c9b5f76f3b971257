import type { Release } from '../../../core/programme/task.ts';
import type { TaskOrder } from '../../../core/programme/taskProblem.ts';
import type { PlannedTask } from '../../../office/tasks/readPlan.ts';
import { instantIn, localIn } from '../../../office/term/instantIn.ts';
import { textIn } from '../queue/textIn.ts';

/** What stands in the form of a task: text, as it was typed. */
export interface TaskFields {
  readonly slug: string;
  readonly title: string;
  readonly words: string;
  readonly release: string;
  readonly releaseAt: string;
  readonly deadline: string;
  readonly isRequired: boolean;
}

export const releases: readonly Release[] = ['in order', 'at once', 'at a date'];

export const fieldsIn = (form: Readonly<Record<string, unknown>>): TaskFields => ({
  ...{ slug: textIn(form, 'slug').trim(), title: textIn(form, 'title').trim(), words: textIn(form, 'words') },
  ...{ release: textIn(form, 'release'), releaseAt: textIn(form, 'releaseAt'), deadline: textIn(form, 'deadline') },
  isRequired: form['required'] === 'yes',
});

export const fieldsOf = ({ task, words }: PlannedTask, zone: string): TaskFields => ({
  ...{ slug: task.slug, title: task.title, words, release: task.release, deadline: localIn(zone, task.deadline) },
  ...{ releaseAt: task.releaseAt ? localIn(zone, task.releaseAt) : '', isRequired: task.required },
});

export const noFields: TaskFields = {
  ...{ slug: '', title: '', words: '', release: 'in order', releaseAt: '', deadline: '', isRequired: true },
};

/** As verbs take it; a time that this zone's clocks never show is no date, and they say so. */
export const taskFrom = (fields: TaskFields, zone: string): TaskOrder => ({
  ...{ slug: fields.slug, title: fields.title, words: fields.words, required: fields.isRequired },
  release: releases.find((one) => one === fields.release) ?? 'in order',
  releaseAt: fields.releaseAt === '' ? null : (instantIn(zone, fields.releaseAt) ?? new Date(Number.NaN)),
  deadline: instantIn(zone, fields.deadline) ?? new Date(Number.NaN),
});

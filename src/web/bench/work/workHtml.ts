import type { Markup } from '../../parts/markup.ts';
import { failureNote } from '../frame/troublePage.ts';
import { jobBox } from './jobPage.ts';
import type { WorkState } from './keptWork.ts';

/** What stands where a result will: how far it has come, or why there is none; nothing where there is one. */
export const workHtml = ({ result, job, failure }: WorkState<unknown>): Markup | undefined =>
  result !== undefined ? undefined : failure ? failureNote(failure) : job && jobBox(job);

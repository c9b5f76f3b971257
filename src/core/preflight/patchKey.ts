import { patchId } from '../patch/patchId.ts';
import type { PatchMail } from '../patch/patchMail.ts';

/** What a patch is known by while its words are still written: its diff; a cover letter's by its summary. */
export const patchKey = (patch: PatchMail): string => `patch-id:${patchId(patch) ?? `none, ${patch.subject.summary}`}`;

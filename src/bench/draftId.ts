import { sha256 } from './composePatch.ts';

/** What a draft is known by in addresses: its file's path, so that it stays the same when it is written again. */
export const draftId = (patch: string): string => sha256(Buffer.from(patch)).slice(0, 12);

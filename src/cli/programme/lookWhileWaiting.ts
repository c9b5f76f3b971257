import { setTimeout as delay } from 'node:timers/promises';
import { type Looking, lookAtSubmission } from '../../office/evidence/lookAtSubmission.ts';

/** As long as somebody is kept waiting for a page: what takes longer is said once it is done. */
const PATIENCE_MS = 4000;

/** Looks at a submission at once. One that fails is looked at again by the job: the page shows that it has arrived. */
export const lookWhileWaiting =
  (office: Looking, note: (line: string) => void) =>
  async (submission: string): Promise<void> => {
    const looked = lookAtSubmission(office, submission).catch((error: Error) => note(`looking: ${error.message}`));
    await Promise.race([looked, delay(PATIENCE_MS, undefined, { ref: false })]);
  };

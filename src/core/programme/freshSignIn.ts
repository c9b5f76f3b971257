const FRESH_MS = 10 * 60 * 1000;

/** Whether somebody signed in just now: what changes how one comes in is not left to a browser that stands open. */
export const freshSignIn = (since: Date, now: Date): boolean => now.getTime() - since.getTime() < FRESH_MS;

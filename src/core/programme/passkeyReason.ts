/** Why an organiser takes somebody's passkeys away: words of a fixed list, since they stand in the log for good. */
export const passkeyReasons = {
  lost: 'it was lost',
  stolen: 'it was stolen',
  broken: 'it does not work any more',
} as const;

export type PasskeyReason = keyof typeof passkeyReasons;

export const isPasskeyReason = (text: string): text is PasskeyReason => Object.hasOwn(passkeyReasons, text);

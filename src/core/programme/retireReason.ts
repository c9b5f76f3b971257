/** Why a task is taken out of a term: words of a fixed list, since they stand in the log for good. */
export const retireReasons = {
  mistake: 'it was made by mistake',
  replaced: 'another task takes its place',
  impossible: 'it cannot be done any more',
  much: 'there is too much to do',
} as const;

export type RetireReason = keyof typeof retireReasons;

export const isRetireReason = (text: string): text is RetireReason => Object.hasOwn(retireReasons, text);

/** A fact that was looked up, or why it could not be. */
export type Known<Value> =
  | { readonly known: true; readonly value: Value }
  | {
      readonly known: false;
      /** A sentence. */
      readonly because: string;
      /** The exact command or step that would settle it. */
      readonly settle: string;
    };

export const known = <Value>(value: Value): Known<Value> => ({ known: true, value });

export const notKnown = (because: string, settle: string): Known<never> => ({ known: false, because, settle });

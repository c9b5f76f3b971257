/** Why somebody gets a mail. */
export type Because =
  | {
      readonly kind: 'section';
      readonly section: string;
      /** The line of MAINTAINERS that the file matched: `F: mm/`, `N: tegra`, `K: \bdma_buf\b`. */
      readonly pattern: string;
      /** Which MAINTAINERS file, and the line in it. */
      readonly file: string;
      readonly line: number;
      /** What matched it: a path; empty for `K:`. */
      readonly path: string;
    }
  | { readonly kind: 'history'; readonly path: string; readonly says: string }
  | { readonly kind: 'in file'; readonly path: string }
  | { readonly kind: 'fixes'; readonly commit: string };

/** Somebody who gets a patch, as scripts/get_maintainer.pl names them, and why. */
export interface Recipient {
  readonly address: string;
  /** Without quotes; empty for a list, and where none is known. */
  readonly name: string;
  /** As the script prints it between the parentheses: `maintainer:BTRFS FILE SYSTEM`, `reviewer:X,commit_signer:2/3=67%`. */
  readonly role: string;
  readonly list: boolean;
  /** Where in the mail: to those who may apply it, a copy to the rest. The script does not say. */
  readonly header: 'To' | 'Cc';
  /** The script's line. */
  readonly line: string;
  readonly because: readonly Because[];
}

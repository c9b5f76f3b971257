/** A mail as it was read: what the decision needs of it, and what is kept. */
export interface SentMail {
  /** Without its angle brackets, at most 244 characters (what public-inbox takes); none where it has none such. */
  readonly messageId?: string;
  readonly subject: string;
  /** Its From as it stands; identity is the address it was sent to, never this. */
  readonly from: SentFrom;
  /** Marks of a machine's mail. */
  readonly loop?: 'auto-submitted' | 'bulk' | 'list' | 'own';
  readonly hasHtml: boolean;
  /** The text parts, lines ended by a newline. */
  readonly text: string;
  readonly files: readonly SentFile[];
  /** For a delivery report: the status that it reports, `5.1.1`. */
  readonly bounced?: string;
}

export type SentFrom =
  | { readonly kind: 'one'; readonly address: string; readonly name: string }
  | { readonly kind: 'odd'; readonly because: 'none' | 'several' | 'group' | 'encoded address' };

/** What came with a mail beside its text. The name is what was said: never a path, never opened by it. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A mail that could be read, or why it could not. */
export type ReadMail =
  | { readonly kind: 'read'; readonly mail: SentMail }
  | { readonly kind: 'unreadable'; readonly because: 'nested too deep' | 'header too large' | 'damaged' | 'too slow' };

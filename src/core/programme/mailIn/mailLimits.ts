/** What a mail may be, looked at before anything parses it. */
export const mailLimits = {
  bytes: 10 * 1024 * 1024,
  headerBytes: 256 * 1024,
  parts: 100,
  depth: 20,
  addresses: 200,
  lineBytes: 64 * 1024,
  /** Of one mail's envelope. */
  recipients: 10,
} as const;

/** The limit that a mail is over, or the bytes in it that no line of a mail may have. */
export type MailBreach =
  | 'too large'
  | 'header too large'
  | 'too many parts'
  | 'too many addresses'
  | 'line too long'
  | 'bare line end'
  | 'zero byte';

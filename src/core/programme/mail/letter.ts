/** What a mail says: plain text, wrapped. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** What every mail of the programme has around its own words. */
export interface Letterhead {
  /** Of the programme: `Kernel mentorship`. */
  readonly programme: string;
  /** What the person wants to be called. */
  readonly name: string;
  /** The page where they say which mails they want. */
  readonly wishesAt: string;
  /** The person's time zone, an IANA name. */
  readonly zone: string;
  readonly now: Date;
}

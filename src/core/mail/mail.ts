/** A line of text and where it stands. Without its newline. */
export interface TextLine {
  readonly text: string;
  /** The line of the file, from 1. Of an encoded part (base64): the line on which its bytes begin. */
  readonly at: number;
  /** Its bytes as characters (latin1), before the charset was read; only where they are not the text itself. */
  readonly bytes?: string;
  /** No newline follows: the end of a file or part. */
  readonly isOpen?: true;
  /** It has bytes that its part's charset does not have. It matters to git in the message only, not in the diff. */
  readonly isDamaged?: true;
}

/** A header: its name as written, its value unfolded and decoded (RFC 2047). */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
  /** Unfolded, not decoded. */
  readonly raw: string;
  /** The line of the file on which it begins, from 1. */
  readonly at: number;
}

/** A part of a mail that holds no other parts. */
export interface MailPart {
  /** Lower case: `text/plain`. */
  readonly type: string;
  /** As written; none where the mail names none. */
  readonly charset?: string;
  /** Lower case: `7bit`, `8bit`, `quoted-printable`, `base64`. */
  readonly encoding: string;
  /** `format=flowed`. */
  readonly isFlowed: boolean;
  /** `Content-Disposition: attachment`, or a file name. */
  readonly isAttachment: boolean;
  /** The line of the file on which it begins (its headers, where it has some), from 1. */
  readonly at: number;
}

/** What makes git mailinfo, and with it git am, refuse a mail. */
export interface MailDamage {
  readonly kind: 'empty' | 'encoded-word' | 'boundaries';
  /** The line of the file, from 1. */
  readonly at: number;
}

/** One mail, decoded as git mailinfo decodes it. */
export interface Mail {
  /** The file that it stands in, as it was named; `-` for standard input. */
  readonly file: string;
  /** The line of the file on which it begins (its `From ` line, where it has one), from 1. */
  readonly at: number;
  readonly headers: readonly MailHeader[];
  /** The text parts one after the other, with the places of their lines in the file. */
  readonly lines: readonly TextLine[];
  readonly parts: readonly MailPart[];
  /** Lines with bytes that the charset named does not have; they are read as U+FFFD. */
  readonly undecodable: readonly number[];
  /** The headers of its parts: git takes an author, subject or date from them where the mail's own lack one. */
  readonly partHeaders?: readonly MailHeader[];
  readonly damage?: readonly MailDamage[];
  /** Lines that end in CR LF, as they stand or after decoding. */
  readonly carriageReturns: number;
  /** The lines of the file as they stand there: byte for byte as characters (latin1), each without its LF. */
  readonly source: readonly string[];
}

/** The first header of this name, whatever its case. */
export const headerOf = (mail: Pick<Mail, 'headers'>, name: string): MailHeader | undefined => {
  const wanted = name.toLowerCase();
  return mail.headers.find((header) => header.name.toLowerCase() === wanted);
};

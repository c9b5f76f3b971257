import type { Mail, TextLine } from '../mail/mail.ts';
import type { FileDiff } from './fileDiff.ts';
import type { Trailer } from './trailer.ts';

/** Somebody as a header names them. */
export interface Person {
  readonly name: string;
  readonly address: string;
}

/** `[PATCH net-next v2 3/7] tcp: do this`, taken apart. */
export interface SubjectLine {
  /** The whole of it, decoded, on one line. */
  readonly text: string;
  /** The file's line on which the header begins, from 1. */
  readonly at: number;
  /** The words between the brackets, in order: `PATCH`, `net-next`, `v2`, `3/7`. */
  readonly marks: readonly string[];
  /** 1 where none is written. */
  readonly version: number;
  /** 0 is a cover letter; none where it is not numbered. */
  readonly number?: number;
  readonly total?: number;
  readonly isRfc: boolean;
  readonly isResend: boolean;
  /** `Re: …`, whatever stands behind it. */
  readonly isReply: boolean;
  /** What is no version, number, RFC, RESEND or PATCH: `net-next`. */
  readonly trees: readonly string[];
  /** What git am would take as the commit's subject: `tcp: do this`. */
  readonly summary: string;
  /** UTF-16 units before the summary in `text`. */
  readonly summaryAt: number;
  /** `tcp: ` with its blank; empty where there is none. All of them: `ASoC: wm8994: `. */
  readonly prefix: string;
}

/** A mail with a patch, or a series' cover letter: what git am would take of it, and what it leaves. */
export interface PatchMail {
  readonly mail: Mail;
  readonly subject: SubjectLine;
  /** Who git am would make the author: a From: line in the body counts before the header. */
  readonly author: Person;
  /** Who sends it: the From header. */
  readonly sender: Person;
  /** The in-body From:, Subject: or Date: lines; they are no part of the message. */
  readonly inBody: readonly TextLine[];
  /** Headers `To` and `Cc`, all of them. */
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** Without `<` and `>`; empty where there is none. */
  readonly messageId: string;
  /** The Message-IDs that In-Reply-To names. */
  readonly inReplyTo: readonly string[];
  /** The commit message without its subject, up to `---` or the diff: prose and trailers, no empty lines at either end. */
  readonly message: readonly TextLine[];
  /** The message without its trailers. */
  readonly body: readonly TextLine[];
  /** The message's last paragraph, where git interpret-trailers sees trailers in it. */
  readonly trailers: readonly Trailer[];
  /** Between `---` and the diff: notes for reviewers, the diffstat. Empty where there is no `---`. */
  readonly below: readonly TextLine[];
  /** The `---` line; none where the mail has none. */
  readonly cut?: TextLine;
  readonly diff: readonly FileDiff[];
  /** What is wrong with the diff's form (a hunk cut short), with the place; empty where it is sound. */
  readonly damage: readonly { readonly what: string; readonly at: number }[];
  /** `base-commit:`, `prerequisite-patch-id:` and `change-id:` lines, wherever they stand. */
  readonly base: { readonly commit?: string; readonly prerequisites: readonly string[]; readonly changeId?: string };
  readonly isCover: boolean;
}

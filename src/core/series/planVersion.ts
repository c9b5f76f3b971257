/** What is known when a version is asked for. */
export interface VersionQuestion {
  /** Versions that there are, by number: made here, or in the mails that the person named. */
  readonly versions: readonly KnownVersion[];
  /** `--version`. */
  readonly asked?: number | undefined;
  /** What b4 says that the branch is at. */
  readonly ofBranch?: number | undefined;
  /** `--resend`: the newest version once more, as it was. */
  readonly resend: boolean;
  /** How the patches differ from those of the newest version, in a few words each; none where all are the same. */
  readonly differs: readonly string[];
}

export interface KnownVersion {
  readonly version: number;
  /** A mail of it was seen in a thread: it went out. */
  readonly isSent: boolean;
}

export type VersionPlan =
  | { readonly kind: 'make'; readonly version: number; readonly isAgain: boolean }
  | { readonly kind: 'resend'; readonly version: number }
  /** Whether the newest version was sent has to be known first. */
  | { readonly kind: 'ask'; readonly version: number }
  | { readonly kind: 'refused'; readonly what: string; readonly why: string; readonly next: string };

/** Which version is made. Implements Documentation/process/submitting-patches.rst, "Don't get discouraged - or impatient". */
export const planVersion = (question: VersionQuestion): VersionPlan => {
  const { versions, asked, ofBranch, resend } = question;
  const newest = versions.reduce<KnownVersion | undefined>(
    (best, one) => (best && best.version >= one.version ? best : one),
    undefined,
  );
  if (resend) return planResend(question, newest?.version);
  const wanted = asked ?? ofBranch;
  if (wanted !== undefined) return planNamed(wanted, newest);
  if (!newest) return { kind: 'make', version: 1, isAgain: false };
  return newest.isSent
    ? { kind: 'make', version: newest.version + 1, isAgain: false }
    : { kind: 'ask', version: newest.version };
};

const planNamed = (wanted: number, newest: KnownVersion | undefined): VersionPlan => {
  if (!newest || wanted > newest.version) return { kind: 'make', version: wanted, isAgain: false };
  if (wanted === newest.version && !newest.isSent) return { kind: 'make', version: wanted, isAgain: true };
  return {
    kind: 'refused',
    what: `v${wanted} cannot be made any more: ${wanted === newest.version ? 'it was sent' : `there is v${newest.version}`}.`,
    why: 'Who has read a version must find it again under its number, as it was.',
    next: `Make the next one: --version ${newest.version + 1}`,
  };
};

const planResend = ({ asked, differs }: VersionQuestion, newest: number | undefined): VersionPlan => {
  if (newest === undefined) {
    return {
      kind: 'refused',
      what: 'There is no version that could be sent again.',
      why: 'RESEND marks a series that went out before and is repeated without a change.',
      next: 'Prepare it without --resend; mails that you sent before are found with --thread MBOX.',
    };
  }
  if (asked !== undefined && asked !== newest && differs.length === 0) {
    return {
      kind: 'refused',
      what: `A RESEND keeps its number: it would be v${newest}, not v${asked}.`,
      why: 'A new number says that something changed, and reviewers look for it in vain.',
      next: `Leave --version out, or change what reviewers asked for and make v${newest + 1}.`,
    };
  }
  if (differs.length > 0) {
    return {
      kind: 'refused',
      what: `This is no RESEND of v${newest}: ${differs.slice(0, 3).join('; ')}${differs.length > 3 ? '; and more' : ''}.`,
      why: 'RESEND promises that nothing was changed; what is changed gets the next number, and says what changed.',
      next: `Without --resend it is v${newest + 1}.`,
    };
  }
  return { kind: 'resend', version: newest };
};

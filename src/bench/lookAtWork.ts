import { type Contribution, contributions, type MadeVersion } from '../core/journal/contributions.ts';
import { type Draft, openDrafts } from '../core/journal/draft.ts';
import type { Fact, MadeMail } from '../core/journal/fact.ts';
import { lastCheck } from '../core/journal/lastCheck.ts';
import { draftStanding, versionStanding, type WorkStanding } from '../core/journal/workStanding.ts';
import { subjectLine } from '../core/patch/subjectLine.ts';
import type { Host } from '../edge/host.ts';
import { draftId } from './draftId.ts';
import { type FileLook, lookAtFile } from './lookAtFile.ts';
import { personalChecks } from './personalChecks.ts';

/** A draft with its file as it is now. */
export interface DraftLook {
  readonly id: string;
  readonly draft: Draft;
  readonly file: FileLook;
  /** Of the author, the why and the sign-off those that are missing. */
  readonly lacks: readonly string[];
  readonly standing: WorkStanding;
  /** The contribution that it went into, where there is one. */
  readonly preparedAs?: string;
}

/** A contribution's version with its mails as they are now. */
export interface VersionLook {
  readonly made: MadeVersion;
  readonly mails: readonly { readonly mail: MadeMail; readonly file: FileLook }[];
  readonly standing: WorkStanding;
}

export interface ContributionLook {
  readonly contribution: Contribution;
  /** By their numbers. */
  readonly versions: readonly VersionLook[];
}

export interface WorkLook {
  readonly drafts: readonly DraftLook[];
  readonly contributions: readonly ContributionLook[];
}

type Needs = Pick<Host, 'journal' | 'trees' | 'readBytes'>;

/** What a person has begun in a tree and not dropped, the one worked on last first. */
export const lookAtWork = async (host: Needs, tree: string): Promise<WorkLook> => {
  const { facts } = await host.journal.read();
  const made = contributions(facts).filter((one) => one.tree === tree);
  const drafts = openDrafts(facts).filter((one) => one.tree === tree);
  return {
    drafts: drafts.map((draft) => lookAtDraft(host, facts, draft, made)).toReversed(),
    contributions: made.map((contribution) => lookAtContribution(host, facts, contribution)).toReversed(),
  };
};

const lookAtDraft = (host: Needs, facts: readonly Fact[], draft: Draft, made: readonly Contribution[]): DraftLook => {
  const { patch: path, sha256, checks, subject } = draft;
  const file = lookAtFile(host, { path, sha256 });
  const personal = file.bytes ? personalChecks(new TextDecoder().decode(file.bytes)) : [];
  const lacks = personal.flatMap(({ check, verdict }) => (verdict === 'fails' ? (LACKS[check] ?? check) : []));
  const gate = lastCheck(facts, { patch: path, sha256: file.sha256 });
  const known = [...(file.state === 'as written' ? checks : []), ...(gate ? [gate] : [])];
  const preparedAs = made.findLast(({ versions }) => isIn(versions.at(-1), subject))?.id;
  return {
    id: draftId(path),
    draft,
    file,
    lacks,
    standing: draftStanding(
      file.state,
      lacks,
      known.filter(({ check }) => LACKS[check] === undefined),
    ),
    ...(preparedAs !== undefined && { preparedAs }),
  };
};

/** What a personal check asks for, as one says that it is lacking. */
const LACKS: Readonly<Record<string, string>> = {
  author: 'your name and address',
  'the why': 'the why',
  'sign-off': 'your sign-off',
};

const isIn = (version: MadeVersion | undefined, subject: string): boolean =>
  version?.mails.some((mail) => subjectLine(mail.subject, 1).summary === subject) === true;

const lookAtContribution = (host: Needs, facts: readonly Fact[], contribution: Contribution): ContributionLook => ({
  contribution,
  versions: contribution.versions.map((made) => {
    const mails = made.mails.map((mail) => ({
      mail,
      file: lookAtFile(host, { path: mail.file, sha256: mail.sha256 }),
    }));
    const [first] = mails;
    const check = first && lastCheck(facts, { patch: first.mail.file, sha256: first.file.sha256 });
    return {
      made,
      mails,
      standing: versionStanding(
        mails.map(({ file }) => file.state),
        check,
      ),
    };
  }),
});

import { join } from 'node:path';
import { answerKey } from '../core/journal/contributions.ts';
import type { MadeMail } from '../core/journal/fact.ts';
import { decodeHeader } from '../core/mail/decodeHeader.ts';

import type { TrailerStyle } from '../core/patch/orderTrailers.ts';
import type { PatchMail, Person } from '../core/patch/patchMail.ts';
import { subjectLine } from '../core/patch/subjectLine.ts';
import type { WrittenTrailer } from '../core/patch/trailer.ts';
import { withTrailers } from '../core/patch/withTrailers.ts';
import { patchKey } from '../core/preflight/patchKey.ts';
import { dressMail } from '../core/series/dressMail.ts';
import { formerPatches } from '../core/series/formerPatches.ts';
import type { Offered, Proposal } from '../core/series/proposal.ts';
import { Trouble } from '../core/trouble.ts';
import type { CoverWords, FormatOrder } from '../edge/git/formatSeries.ts';
import type { Host } from '../edge/host.ts';
import { sha256 } from './composePatch.ts';
import { contributionFolder } from './contributionFolder.ts';
import { formerOf } from './formerOf.ts';
import { keepThread } from './keepThread.ts';
import { messageIds, withoutDate } from './messageIds.ts';
import type { SeriesPlan } from './planSeries.ts';
import { type MailRecipients, seriesRecipients } from './seriesRecipients.ts';

/** What the person said to a proposal. */
export interface Answer {
  readonly proposal: Proposal;
  /** What was taken: the proposal's own trailer, or one that could stand in its place; none where it was left. */
  readonly taken?: Offered['trailer'];
}

export interface VersionWords {
  /** What stands in the brackets without version and number. */
  readonly prefix: string;
  readonly answers: readonly Answer[];
  /** `Name <address>`: the person's own legal word, for patches of theirs that lack it. */
  readonly signOff?: string | undefined;
  /** How the trailers of a patch (from 1) are put. */
  readonly styleOf: (patch: number) => TrailerStyle;
  /** Where a series of several, or the person, wants one. */
  readonly cover?: Pick<CoverWords, 'subject' | 'body'> | undefined;
  /** Notes on the versions, newest first, as they stand below the `---` of a single patch or in the cover letter. */
  readonly notes: string;
  /** The person's own words of this version's notes. */
  readonly changelog?: string | undefined;
  /** The Message-ID that the first mail answers, where the subsystem or the person wants it. */
  readonly inReplyTo?: string | undefined;
}

export interface MadeVersionFolder {
  readonly folder: string;
  readonly mails: readonly (MadeMail & MailRecipients)[];
  readonly hasCover: boolean;
  readonly rangeDiff?: string;
  readonly noRangeDiff?: string;
  /** The same bytes were there already, but for the date. */
  readonly isAsBefore: boolean;
}

type Needs = Pick<
  Host,
  'git' | 'journal' | 'trees' | 'env' | 'readBytes' | 'writeVersion' | 'folders' | 'now' | 'personalSeed'
>;

/** Writes the version as the person has settled it: mails in a folder, and what was said as facts. Nothing is sent. */
export const makeVersion = async (host: Needs, plan: SeriesPlan, words: VersionWords): Promise<MadeVersionFolder> => {
  const { work, id, version } = plan;
  const order = formatOrder(host, plan, words);
  const done = await host.git.seriesMails(work.tree, work.repository, work.source, order);
  if (done.kind === 'stopped')
    throw new Trouble('input', { what: `Patch ${done.at + 1} does not apply.`, why: done.because });
  const recipients = await seriesRecipients(host, plan, done.mails);
  const ids = messageIds(
    host,
    plan,
    done.mails.map(({ source }) => source),
  );
  const mails = done.mails.map(({ name, source }, index) => {
    const { to, cc } = recipients[index] ?? { to: [], cc: [] };
    const answered = index === 0 ? [words.inReplyTo] : [words.inReplyTo, ids[0]];
    const text = dressMail(source, {
      messageId: ids[index] ?? '',
      references: answered.filter((one) => one !== undefined),
      to,
      cc,
      changeId: index === 0 ? id : undefined,
    });
    return { name, bytes: Buffer.from(text, 'latin1'), to, cc, messageId: ids[index] ?? '' };
  });
  const contribution = contributionFolder(host, id);
  keepThread(host, id, plan.threadMails);
  const name = `v${version.version}${version.kind === 'resend' ? '-resend' : ''}`;
  const isAsBefore = isThere(host, join(contribution, name), mails);
  const folder = isAsBefore ? join(contribution, name) : host.writeVersion(contribution, name, mails);
  const made = mails.map(({ name: file, bytes, to, cc, messageId }) => ({
    file: join(folder, file),
    subject: subjectOf(bytes),
    messageId,
    sha256: sha256(bytes),
    to,
    cc,
  }));
  if (!isAsBefore) await note(host, plan, words, { folder, mails: made.map(({ to: _to, cc: _cc, ...mail }) => mail) });
  return {
    folder,
    mails: made,
    hasCover: words.cover !== undefined,
    isAsBefore,
    ...(done.rangeDiff !== undefined && { rangeDiff: done.rangeDiff }),
    ...(done.noRangeDiff !== undefined && { noRangeDiff: done.noRangeDiff }),
  };
};

const formatOrder = (
  host: Pick<Host, 'now'>,
  plan: SeriesPlan,
  { prefix, answers, signOff, styleOf, cover, notes }: VersionWords,
): Omit<FormatOrder, 'base' | 'commits'> => {
  const { work, series, version, former } = plan;
  const isSingle = cover === undefined && series.patches.length === 1;
  const words = series.patches.map((patch, index) => {
    const taken = answers.flatMap(({ proposal, taken: trailer }) =>
      trailer && proposal.kind !== 'order' && proposal.patch === index + 1 ? [trailer] : [],
    );
    const own =
      signOff === undefined || isSigned(patch.trailers, signOff) || !isOwn(patch.author, signOff)
        ? []
        : [signed(signOff)];
    const message = messageOf(plan, index);
    const below = [work.below[index], isSingle ? notes : undefined].filter((part) => part !== undefined && part !== '');
    return { message: withTrailers(message, [...taken, ...own], styleOf(index + 1)), below: below.join('\n\n') };
  });
  return {
    words,
    prefix,
    version: version.version,
    from: work.identity,
    baseNamed: work.base,
    ...(cover && { cover: { subject: cover.subject, body: [cover.body, notes].join('\n\n'), date: host.now() } }),
    ...(former && version.kind === 'make' && { former: formerOf(work, former) }),
  };
};

/** A commit's message as it is; a loose patch has that of its mail, and what is sent again the words it was sent with. */
const messageOf = ({ work: { source }, series, version, former }: SeriesPlan, index: number): string => {
  const patch = series.patches[index];
  const before = patch && former && version.kind === 'resend' ? formerPatches(series, former).get(patch) : undefined;
  const own = source.kind === 'commits' ? source.commits[index] : source.patches[index];
  return before || !own ? mailedMessage(before ?? patch) : own.message;
};

const mailedMessage = (patch: PatchMail | undefined): string =>
  `${[patch?.subject.summary ?? '', '', ...(patch?.message ?? []).map(({ text }) => text)].join('\n').trim()}\n`;

const signed = (value: string): WrittenTrailer => ({ token: 'Signed-off-by', value });

const isSigned = (trailers: readonly WrittenTrailer[], signOff: string): boolean =>
  trailers.some(({ token, value }) => token.toLowerCase() === 'signed-off-by' && value.trim() === signOff);

const isOwn = (author: Person, signOff: string): boolean =>
  signOff.toLowerCase().endsWith(`<${author.address.toLowerCase()}>`);

const subjectOf = (bytes: Uint8Array): string => {
  const [, raw = ''] = /^Subject: (.*)$/m.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return decodeHeader(raw);
};

/** Only a cover letter is dated anew each time it is written. */
const isThere = (
  host: Pick<Host, 'trees' | 'readBytes'>,
  folder: string,
  mails: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): boolean => {
  const names = host.trees.list(folder, '');
  if (names.length !== mails.length) return false;
  return mails.every(
    ({ name, bytes }) => names.includes(name) && undated(host.readBytes(join(folder, name))) === undated(bytes),
  );
};

const undated = (bytes: Uint8Array): string => withoutDate(Buffer.from(bytes).toString('latin1'));

const note = async (
  { journal }: Pick<Host, 'journal'>,
  { work, id, series, version, contribution }: SeriesPlan,
  { answers, changelog }: VersionWords,
  { folder, mails }: { readonly folder: string; readonly mails: readonly MadeMail[] },
): Promise<void> => {
  const { tree, branch, base } = work;
  await journal.append({
    kind: 'version-made',
    contribution: id,
    version: version.version,
    folder,
    tree,
    title: subjectLine(mails[0]?.subject ?? '', 1).summary,
    ...(base !== undefined && { base }),
    ...(branch !== undefined && { branch }),
    mails,
  });
  if (changelog !== undefined && changelog.trim() !== '') {
    await journal.append({
      kind: 'changelog-written',
      contribution: id,
      version: version.version,
      words: changelog.trim(),
    });
  }
  for (const { proposal, taken } of answers) {
    const patch = series.patches[proposal.patch - 1];
    const change = patch ? patchKey(patch) : 'series';
    const { token, value } = taken ?? proposal.trailer;
    const trailer = `${token}: ${value}`;
    if (contribution?.answers.get(answerKey(change, trailer)) === (taken !== undefined)) continue;
    await journal.append({ kind: 'proposal-answered', contribution: id, change, trailer, taken: taken !== undefined });
  }
};

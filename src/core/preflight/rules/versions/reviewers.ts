import { bareAddress, isSamePerson, namedPerson, personText } from '../../../patch/namedPerson.ts';
import type { Person } from '../../../patch/patchMail.ts';
import { isSameTag, reviewTags } from '../../../series/reviewTags.ts';
import type { Reply } from '../../../series/thread.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { trailerLine, valueSpan } from '../trailers/trailersNamed.ts';
import { askThread, wasSentBefore } from './askThread.ts';
import { sampleReply, sampleThread } from './sampleThread.ts';

const SUBMIT = 'Documentation/process/submitting-patches.rst';
const RESPOND = { file: SUBMIT, heading: 'Respond to review comments' };
const FOLLOW = { file: 'Documentation/process/6.Followthrough.rst', heading: 'Working with reviewers' };
const THREADS = { file: SUBMIT, heading: 'Explicit In-Reply-To headers' };
const POSTING = { file: 'Documentation/process/5.Posting.rst', heading: 'Patch formatting and changelogs' };
const UBOOT = { file: 'doc/develop/process.rst', heading: 'Review Process, Git Tags' };

const ROBOT =
  /(?:^|[.+_-])(?:no-?reply|bots?|lkp|syzbot|kernelci|patchwork)\b|@syzkaller\.|^(?:lkp|oe-lkp)@intel\.com$/i;

const isOwn = ({ series }: Checked, person: Person): boolean => {
  const [first] = series.mails;
  return first !== undefined && (isSamePerson(person, first.sender) || isSamePerson(person, first.author));
};

const notCopied = askThread(({ replies }, checked): readonly Finding[] => {
  const { mails } = checked.series;
  const [patch] = mails;
  const headers = mails.flatMap(({ to, cc }) => [...to, ...cc]);
  if (!patch || headers.length === 0) return [];
  const tagged = mails.flatMap(({ trailers }) => trailers.map(({ value }) => namedPerson(value)));
  const reached = new Set([...headers, ...tagged].map(({ address }) => bareAddress(address)));
  const missing = new Map(
    replies
      .filter((reply) => !isOwn(checked, reply) && !ROBOT.test(reply.address))
      .filter(({ address }) => address !== '' && !reached.has(bareAddress(address)))
      .map((reply) => [bareAddress(reply.address), reply]),
  );
  return [...missing.values()].map((reply) => ({
    patch,
    what: `${personText(reply)} commented on the version before and gets no copy of this one.`,
    next: `Add them: git send-email --cc='${reply.address}' …`,
  }));
});

const unanswered = askThread(({ replies }, checked): readonly Finding[] => {
  const [patch] = checked.series.mails;
  if (!patch) return [];
  const answered = new Set(replies.filter((reply) => isOwn(checked, reply)).map(({ to }) => to));
  const isOpen = (reply: Reply): boolean =>
    !isOwn(checked, reply) && !ROBOT.test(reply.address) && !answered.has(reply.messageId) && asksSomething(reply);
  return replies.filter(isOpen).map((reply) => ({
    patch,
    what: `The mail of ${personText(reply)} has no answer: "${reply.says.slice(0, 100)}" <${reply.messageId}>.`,
  }));
});

/** More than thanks: a question, or a sentence or two. */
const asksSomething = ({ says }: Reply): boolean =>
  !/\b(?:applied|queued|merged|thanks,? (?:applied|queued))\b/i.test(says)
  && (says.includes('?') || says.split(' ').length >= 8);

const chained = (checked: Checked): Looked => {
  const { series, facts } = checked;
  const [patch] = series.mails;
  if (!patch || patch.inReplyTo.length === 0 || series.mails.length < 2) return undefined;
  const former = facts.thread.known
    ? facts.thread.value.versions.flatMap((one) => one.series.mails.map(({ messageId }) => messageId))
    : undefined;
  const isFormer = former ? patch.inReplyTo.some((id) => former.includes(id)) : wasSentBefore(checked);
  if (!isFormer) return [];
  return [{ patch, what: `Must this hang below <${patch.inReplyTo[0] ?? ''}>, in the thread of an older version?` }];
};

const withoutConsent = askThread(({ replies }, { series }): readonly Finding[] => {
  const given = replies.flatMap(({ trailers }) => reviewTags(trailers));
  return series.patches.flatMap((patch) =>
    patch.trailers
      .filter((own) => reviewTags([own]).length > 0 && !given.some((tag) => isSameTag(own, tag)))
      .map((trailer) => ({
        patch,
        line: trailerLine(trailer),
        span: valueSpan(trailer),
        what: `No mail of the thread in which ${personText(namedPerson(trailer.value))} gives this tag was found.`,
      })),
  );
});

const earlyTag = eachPatch((patch, checked) =>
  checked.facts.thread.known || wasSentBefore(checked)
    ? []
    : patch.trailers
        .filter((own) => reviewTags([own]).length > 0 && !isOwn(checked, namedPerson(own.value)))
        .map((trailer) => ({
          patch,
          line: trailerLine(trailer),
          span: valueSpan(trailer),
          what: `This is sent for the first time. Where did ${personText(namedPerson(trailer.value))} give this tag?`,
        })),
);

const BO = 'Bo Other <bo@other.example>';
const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const V1 = { headers: { 'Message-ID': '<v1@made.example>' } };
const TO = { To: 'mm@lists.example' };
const V2 = { subject: '[PATCH v2] mm: slub: Count the objects once', headers: TO };
const V2_BO = { ...V2, headers: { ...TO, Cc: BO } };
const TAGGED = { ...V2, trailers: [`Acked-by: ${BO}`, SIGNED] };
const ASKED = sampleReply('v1@made.example', 'Why not in the caller?');
const ANSWER = (to: string) => sampleReply(to, 'Because there are many.', 'Ada Made <ada@made.example>');
const TWO = (inReplyTo: string) => [
  { subject: '[PATCH v2 1/2] mm: slub: Count the objects once', headers: { 'In-Reply-To': inReplyTo } },
  { subject: '[PATCH v2 2/2] mm: slub: Drop a list' },
];

/** The people who answered the version before. */
export const reviewers: readonly PreflightRule[] = [
  {
    name: 'commenter-not-copied',
    title: 'somebody who commented gets no copy',
    group: 'versions',
    severity: 'warning',
    sources: [{ ...RESPOND, phrase: 'Notify people that commented on your patch' }],
    covers: ['RCP-03'],
    why: 'They gave their time to the last version and want to see what became of it.',
    next: 'Add them to Cc.',
    look: notCopied,
    examples: [
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1, ASKED], V2);
          },
        },
        finds: 'Bo Other',
      },
      {
        given: V2_BO,
        facts: {
          get thread() {
            return sampleThread([V1, ASKED], V2_BO);
          },
        },
      },
      {
        given: { subject: V2.subject },
        facts: {
          get thread() {
            return sampleThread([V1, ASKED], V2);
          },
        },
      },
      { given: V2, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'review-not-answered',
    title: 'a review mail without an answer',
    group: 'versions',
    severity: 'warning',
    sources: [
      { ...RESPOND, phrase: 'You must respond to those comments' },
      { ...FOLLOW, phrase: 'ignore review comments in the hope' },
    ],
    covers: ['RCP-18'],
    why: 'A new version that leaves a question open tells the reviewer that asking was in vain.',
    next: 'Answer their mail, point by point, before you send this.',
    look: unanswered,
    examples: [
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1, ASKED], V2);
          },
        },
        finds: 'Why not in the caller',
      },
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1, ASKED, ANSWER('20261123.102@made.example')], V2);
          },
        },
      },
      {
        given: V2,
        facts: {
          get thread() {
            return sampleThread([V1, sampleReply('v1@made.example', 'Thanks, looks good.')], V2);
          },
        },
      },
    ],
  },
  {
    name: 'tag-without-consent',
    title: 'a reviewer’s tag that no mail gives',
    group: 'trailers',
    severity: 'warning',
    sources: [
      { ...POSTING, phrase: 'without the explicit permission of the person' },
      { ...UBOOT, phrase: 'without an explicit action by the person' },
    ],
    covers: ['TAG-13'],
    why: 'Such a tag is that person’s own statement; only they can make it.',
    next: 'Name the mail in which they gave it, or add it to --thread; else take the tag out.',
    look: withoutConsent,
    examples: [
      {
        given: TAGGED,
        facts: {
          get thread() {
            return sampleThread([V1, ASKED], TAGGED);
          },
        },
        finds: 'gives this tag',
      },
      {
        given: TAGGED,
        facts: {
          get thread() {
            return sampleThread([V1, sampleReply('v1@made.example', `Acked-by: ${BO}`)], TAGGED);
          },
        },
      },
      { given: {} },
    ],
  },
  {
    name: 'tag-before-first-posting',
    title: 'a reviewer’s tag on a patch nobody was sent yet',
    group: 'trailers',
    severity: 'note',
    sources: [
      { ...POSTING, phrase: 'without the explicit permission of the person' },
      { ...UBOOT, phrase: 'statement of opinion that the patch is' },
    ],
    covers: ['TAG-13'],
    why: 'Reviews count for more when others can read them; a tag from nowhere raises doubt about all of them.',
    next: 'If it was given in private, ask whether they repeat it on the list. If nobody gave it, take it out.',
    look: earlyTag,
    examples: [
      { given: { trailers: [`Reviewed-by: ${BO}`, SIGNED] }, finds: 'Where did Bo Other' },
      { given: { ...V2, trailers: [`Reviewed-by: ${BO}`, SIGNED] } },
      { given: {} },
    ],
  },
  {
    name: 'thread-of-older-version',
    title: 'a series that hangs below an older one',
    group: 'versions',
    severity: 'note',
    sources: [{ ...THREADS, phrase: 'avoid using In-Reply-To: to link' }],
    covers: ['RCP-16'],
    why: 'Versions below each other grow into a tree in which reviewers do not find the newest.',
    next: 'Send it without --in-reply-to, with a link to the older version in the cover letter.',
    look: chained,
    examples: [
      { given: TWO('<v1@made.example>'), finds: 'Must this hang below' },
      { given: TWO('') },
      { given: { subject: V2.subject, headers: { 'In-Reply-To': '<v1@made.example>' } } },
    ],
  },
];

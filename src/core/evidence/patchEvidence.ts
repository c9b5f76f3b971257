import type { PatchSeries } from '../series/patchSeries.ts';
import { bears } from './bears.ts';
import type { EvidenceCheck, Piece } from './evidence.ts';
import type { EvidenceFacts, TriedSeries } from './evidenceFacts.ts';
import { evidencePatches } from './evidencePatches.ts';
import { isTheirs } from './isTheirs.ts';

export interface PatchNeeds {
  /** Whether it has to apply on the server's tree, or on the base that it names. */
  readonly applies: boolean;
  /** Whether nothing may stand in it that `patchling check` calls an error. */
  readonly passesCheck: boolean;
  /** Whether the person's mark has to stand below its `---`. */
  readonly marked: boolean;
}

/**
 * Looks at a patch, or a series: whether it is whole, whose it is, whether it applies and passes the gate.
 * `Documentation/process/submitting-patches.rst`.
 */
export const patchEvidence = (
  pieces: readonly Piece[],
  needs: PatchNeeds,
  nonce: string,
  facts: EvidenceFacts,
): readonly EvidenceCheck[] => {
  const series = evidencePatches(pieces);
  if (!series) return [NO_PATCH];
  const tried = facts.series;
  const unknown = (check: string): EvidenceCheck => ({
    ...{ check, needed: true, verdict: 'unknown' },
    ...(tried && !tried.known ? { seen: tried.because, settle: tried.settle } : { seen: 'Nobody tried it.' }),
    isOurs: true,
  });
  return [
    whole(series),
    ...(needs.marked ? [marked(series, nonce)] : []),
    authored(series, needs, facts),
    ...(needs.applies ? [tried?.known ? applies(tried.value) : unknown('it applies')] : []),
    ...(needs.passesCheck ? [tried?.known ? passes(tried.value) : unknown('it passes the check')] : []),
  ];
};

const NO_PATCH: EvidenceCheck = {
  ...{ check: 'a patch', needed: true, verdict: 'unknown', seen: 'No patch can be read out of what was handed in.' },
  settle: 'git format-patch -1',
};

const whole = ({ patches, total }: PatchSeries): EvidenceCheck => {
  const check = 'a whole patch';
  const broken = patches.find(({ damage, mail }) => damage.length > 0 || (mail.damage?.length ?? 0) > 0);
  const first = broken && (broken.damage[0] ?? broken.mail.damage?.map(({ kind, at }) => ({ what: kind, at }))[0]);
  if (first) {
    return {
      ...{ check, needed: true, verdict: 'fails', seen: `It is damaged: ${first.what}.`, line: first.at },
      settle: 'git format-patch -1, and hand in the file as it is',
    };
  }
  const empty = patches.find(({ diff }) => diff.length === 0);
  if (empty) {
    return {
      ...{
        check,
        needed: true,
        verdict: 'fails',
        seen: 'There is a mail without a diff in it.',
        line: empty.subject.at,
      },
      settle: 'git format-patch -1',
    };
  }
  const count = total !== undefined && total > patches.length ? `${patches.length} of ${total}` : `${patches.length}`;
  return {
    check,
    needed: true,
    verdict: 'holds',
    seen: `${count} ${patches.length === 1 ? 'patch' : 'patches'}, whole.`,
  };
};

const marked = ({ mails }: PatchSeries, nonce: string): EvidenceCheck => {
  const check = 'your own mark';
  const line = mails.flatMap(({ mail }) => mail.lines).find(({ text }) => bears(text, nonce))?.at;
  if (line !== undefined) return { check, needed: true, verdict: 'holds', seen: 'Your mark stands in it.', line };
  return {
    ...{ check, needed: true, verdict: 'fails', seen: 'Your mark does not stand in it.' },
    settle: `Write ${nonce} below the --- of the patch: git am leaves out what stands there`,
  };
};

/** Whoever has their mark in it has shown that it is theirs; an address is only what somebody wrote. */
const authored = ({ patches }: PatchSeries, { marked: isMarked }: PatchNeeds, { address }: EvidenceFacts) => {
  const author = patches[0]?.author;
  const others = patches.find((patch) => !isTheirs(patch.author, address));
  const check: EvidenceCheck = {
    ...{
      check: 'your name',
      needed: !isMarked,
      verdict: 'holds',
      seen: `Its author is ${author?.address}, as you sign in.`,
    },
  };
  if (!others) return check;
  const seen = `Its author is ${others.author.address || 'not named'}, and you sign in by another address: a mentor weighs that.`;
  return { ...check, verdict: 'unknown' as const, seen, line: others.subject.at };
};

const applies = ({ applied }: TriedSeries): EvidenceCheck => {
  const check = 'it applies';
  if (!applied.known) {
    const { because, settle } = applied;
    return { check, needed: true, verdict: 'unknown', seen: because, settle, isOurs: true };
  }
  const odd = applied.value.findIndex(({ verdict }) => verdict !== 'holds');
  const one = applied.value[Math.max(0, odd)];
  if (!one) return { check, needed: true, verdict: 'unknown', seen: 'There was nothing to try.' };
  const which = applied.value.length > 1 && odd >= 0 ? `Patch ${odd + 1}: ` : '';
  return {
    ...{ check, needed: true, verdict: one.verdict, seen: `${which}${one.seen}` },
    ...(odd >= 0 && { settle: 'git rebase ORIGIN/BRANCH, then git format-patch --base=auto again' }),
  };
};

/** So many are said; the rest `patchling check` says. */
const MOST_SAID = 5;

const passes = ({ errors, warnings, holding }: TriedSeries): EvidenceCheck => {
  const check = 'it passes the check';
  const [first] = errors;
  const beside = `${holding} rules hold, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  if (!first)
    return { check, needed: true, verdict: 'holds', seen: `Nothing that a maintainer would send back: ${beside}.` };
  const said = errors.slice(0, MOST_SAID).map(({ rule, what }) => `${rule}: ${what}`);
  const more = errors.length > said.length ? ` And ${errors.length - said.length} more.` : '';
  return {
    ...{ check, needed: true, verdict: 'fails', seen: `${said.join(' ')}${more}`, line: first.line },
    settle: 'patchling check FILE.patch',
  };
};

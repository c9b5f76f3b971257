import type { Known } from '../core/subsystem/card.ts';
import type { FilledCard } from '../core/subsystem/filledCard.ts';

interface Unknown {
  readonly because: string;
  readonly settle?: string;
}

/** A card as scripts get it; these names are promises. What is unknown is null, and `unknown` says why. */
export const cardJson = (card: FilledCard, command: string): Record<string, unknown> => {
  const unknown: Record<string, Unknown> = {};
  const value = <Value, As>(name: string, known: Known<Value>, as: (value: Value) => As): As | null => {
    if (known.kind === 'known') return as(known.value);
    unknown[name] = { because: known.because, ...(known.settle === undefined ? {} : { settle: known.settle }) };
    return null;
  };
  const { about, tree, history, cleanUps, steepness } = card;
  const { stance, ...why } = cleanUps;
  if (stance === 'unknown') unknown['accepts_cleanups'] = why;
  const own = {
    name: about.name,
    status: about.status,
    maintainers: about.maintainers,
    reviewers: about.reviewers,
    lists: about.lists,
    profile: about.profile ?? null,
    files: tree.files,
    unreadable: tree.unreadable,
    lines: tree.lines,
    bytes: tree.bytes,
    languages: tree.languages,
    ...historyJson(history, value),
    accepts_cleanups: ACCEPTS[stance],
    cleanups: { stance, because: why.because },
    tests: { selftests: tree.selftests, kunit: tree.kunit, in_qemu: tree.inQemu },
    rules: Object.fromEntries(
      card.sites.map(({ rule, ready, byHand, refused }) => [rule, { ready, by_hand: byHand, refused }]),
    ),
    steep: steepness.steep,
    steep_because: steepness.because,
    drift: value(
      'drift',
      card.drift,
      ({ filesAdded, filesRemoved, filesChanged, filesSame, sitesBefore, sitesNow, ...one }) => ({
        ...one,
        files_added: filesAdded,
        files_removed: filesRemoved,
        files_changed: filesChanged,
        files_same: filesSame,
        sites_before: sitesBefore,
        sites_now: sitesNow,
      }),
    ),
    load: card.load,
    begin: card.first.begin,
    command,
  };
  return { ...own, unknown };
};

const ACCEPTS: Readonly<Record<FilledCard['cleanUps']['stance'], boolean | null>> = {
  welcome: true,
  'only with other work': false,
  discouraged: false,
  none: false,
  unknown: null,
};

type ValueOf = <Value, As>(name: string, known: Known<Value>, as: (value: Value) => As) => As | null;

const historyJson = (history: FilledCard['history'], value: ValueOf): Record<string, unknown> => {
  const year = <As>(
    name: string,
    as: (figures: Extract<typeof history, { kind: 'known' }>['value']) => As,
  ): As | null => value(name, history, as);
  const inner = <Value, As>(
    name: string,
    pick: (figures: Extract<typeof history, { kind: 'known' }>['value']) => Known<Value>,
    as: (value: Value) => As,
  ): As | null =>
    history.kind === 'known' ? value(name, pick(history.value), as) : value(name, history, () => null as never);
  return {
    until: year('until', ({ until }) => until),
    patches: year('patches', ({ patches }) => patches),
    months: year('months', ({ months }) => months),
    authors: year('authors', ({ authors }) => authors),
    kinds: year('kinds', ({ kinds }) => kinds),
    newcomers: inner(
      'newcomers',
      ({ newcomers }) => newcomers,
      ({ people }) => people,
    ),
    newcomer_kinds: inner(
      'newcomer_kinds',
      ({ newcomers }) => newcomers,
      ({ kinds }) => kinds,
    ),
    median_days_to_reply: inner(
      'median_days_to_reply',
      ({ medianDaysToReply }) => medianDaysToReply,
      (days) => days,
    ),
    median_days_to_merge: inner(
      'median_days_to_merge',
      ({ medianDaysToMerge }) => medianDaysToMerge,
      (days) => days,
    ),
    reviewers_seen: year('reviewers_seen', ({ reviewers }) => reviewers),
    reviewed_share: year('reviewed_share', ({ reviewedShare }) => reviewedShare),
    appliers: year('appliers', ({ appliers }) => appliers),
    reverted_share: year('reverted_share', ({ revertedShare }) => revertedShare),
  };
};

import type { Recipient } from '../core/maintainers/recipient.ts';
import { namedPerson } from '../core/patch/namedPerson.ts';
import type { Person } from '../core/patch/patchMail.ts';
import { peopleIn } from '../core/patch/peopleIn.ts';
import { formerPatches } from '../core/series/formerPatches.ts';
import { readSeries } from '../core/series/readSeries.ts';
import type { Host } from '../edge/host.ts';
import { openBook } from '../gather/openBook.ts';
import type { SeriesPlan } from './planSeries.ts';
import { whoGets } from './whoGets.ts';

export interface MailRecipients {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
}

type Needs = Pick<Host, 'git' | 'trees' | 'env'>;

/**
 * Who gets which mail: those that MAINTAINERS and the history name for the patch, the people of its trailers, who
 * commented on the version before; the cover letter goes to all, and every mail to every list of the series.
 */
export const seriesRecipients = async (
  host: Needs,
  { work, thread, series, former }: Pick<SeriesPlan, 'work' | 'thread' | 'series' | 'former'>,
  mails: readonly { readonly name: string; readonly source: string }[],
): Promise<readonly MailRecipients[]> => {
  const book = openBook(host, work.tree);
  const inputs = mails.map(({ name, source }) => ({
    kind: 'patch' as const,
    input: name,
    bytes: Buffer.from(source, 'latin1'),
  }));
  const named: (readonly Recipient[])[] = [];
  for await (const answer of whoGets(host, book, inputs)) named.push(answer.recipients);
  const lists = named.flat().filter(({ list }) => list);
  const commented = thread.replies.filter(({ address }) => !ROBOT.test(address));
  const read = mails.map(({ name, source }) => readSeries([{ file: name, source }]).mails[0]);
  const tagged = read.map((mail) =>
    (mail?.trailers ?? []).filter(({ token }) => TOLD.test(token)).map(({ value }) => namedPerson(value)),
  );
  const own = work.identity.email.toLowerCase();
  // Whom the person has put into the cover letter of a b4 branch, or into b4's settings.
  const wanted = [...(work.b4?.letter.to ?? []), ...peopleIn(work.b4?.settings.get('b4.send-series-to') ?? '')];
  const copied = [...(work.b4?.letter.cc ?? []), ...peopleIn(work.b4?.settings.get('b4.send-series-cc') ?? '')];
  const before = former && formerPatches(series, former);
  const hasCover = read[0]?.isCover === true;
  return named.map((recipients, index) => {
    const isCover = hasCover && index === 0;
    const patch = series.patches[index - (hasCover ? 1 : 0)];
    // Who got the version before gets this one.
    const earlier = isCover ? former?.series.cover : patch && before?.get(patch);
    const people = isCover ? tagged.flat() : (tagged[index] ?? []);
    const all = [...recipients, ...lists];
    const to = unique([...all.filter(({ header }) => header === 'To'), ...wanted], own, new Set());
    const seen = new Set(to.map(({ address }) => address.toLowerCase()));
    const cc = unique(
      [
        ...all.filter(({ header }) => header === 'Cc'),
        ...people,
        ...commented,
        ...copied,
        ...(earlier?.to ?? []),
        ...(earlier?.cc ?? []),
      ],
      own,
      seen,
    );
    return to.length > 0 ? { to, cc } : { to: cc, cc: [] };
  });
};

const ROBOT = /(?:^|[.+_-])(?:no-?reply|bots?|lkp|syzbot|kernelci|patchwork)\b|@syzkaller\./i;

/** Whose address stands in a trailer is told; the stable list reads the tag itself. */
const TOLD = /^(?:cc|[a-z-]+-by)$/i;
const STABLE = /^stable@(?:vger\.)?kernel\.org$/i;

const unique = (people: readonly Person[], own: string, seen: Set<string>): readonly Person[] =>
  people.flatMap(({ name, address }) => {
    const key = address.toLowerCase();
    if (!address.includes('@') || key === own || seen.has(key) || STABLE.test(address)) return [];
    seen.add(key);
    return [{ name, address }];
  });

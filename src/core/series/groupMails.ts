import type { PatchMail } from '../patch/patchMail.ts';
import type { PatchSeries } from './patchSeries.ts';

/**
 * The series among some patch mails, in the order in which their first mails came. Mails belong together where they
 * count to the same total in the same version and answer one another; where a tool has taken the answers out (b4 am),
 * as long as no number comes twice. A mail that comes twice, by its Message-ID, counts once.
 */
export const groupMails = (mails: readonly PatchMail[]): readonly PatchSeries[] => {
  const groups: Group[] = [];
  // For each Message-ID and each tally the newest group, so that a mailbox of any size is read in one go.
  const newest = new Map<string, Group>();
  for (const mail of withoutDoubles(mails)) {
    const place = placeOf(mail);
    const group = groupFor(mail, place, newest) ?? { places: new Map(), isThreaded: false };
    if (group.places.size === 0) groups.push(group);
    group.places.set(place.number, mail);
    group.isThreaded ||= mail.inReplyTo.length > 0;
    for (const key of [...idKeys(mail, place), ...tallyKeys(mail, place)]) newest.set(key, group);
  }
  return groups.map(({ places }) => seriesOf([...places.values()]));
};

/** The mails as one series, whatever their numbers say: the cover first, then by number, else as they came. */
export const seriesOf = (mails: readonly PatchMail[]): PatchSeries => {
  const sorted = mails.toSorted((a, b) => orderOf(a) - orderOf(b));
  const cover = sorted.find(({ isCover }) => isCover);
  const total = sorted.map(({ subject }) => subject.total).find((found) => found !== undefined);
  return {
    version: (cover ?? sorted[0])?.subject.version ?? 1,
    ...(cover && { cover }),
    patches: sorted.filter((mail) => mail !== cover),
    mails: sorted,
    ...(total !== undefined && { total }),
  };
};

/** The first of the mails that share a Message-ID: a list, an archive and a copy to oneself each bring one. */
export const withoutDoubles = (mails: readonly PatchMail[]): readonly PatchMail[] => {
  const seen = new Set<string>();
  return mails.filter(({ messageId }) => {
    if (messageId === '') return true;
    if (seen.has(messageId)) return false;
    seen.add(messageId);
    return true;
  });
};

interface Group {
  readonly places: Map<number, PatchMail>;
  /** One of its mails answers another, so that all that belong to it can be told. */
  isThreaded: boolean;
}

const groupFor = (mail: PatchMail, place: Place, newest: ReadonlyMap<string, Group>): Group | undefined => {
  const isFree = (group: Group | undefined): boolean => group !== undefined && !group.places.has(place.number);
  const answers = idKeys(mail, place).map((key) => newest.get(key));
  if (answers.some((group) => group !== undefined)) return answers.find(isFree);
  if (mail.inReplyTo.length > 0) return undefined;
  return tallyKeys(mail, place)
    .map((key) => newest.get(key))
    .find((group) => isFree(group) && !group?.isThreaded);
};

interface Place {
  readonly number: number;
  /** What all mails of a series have in common; none for a patch that stands alone. */
  readonly tally?: string;
}

const placeOf = (mail: PatchMail): Place => {
  const { version, number, total } = mail.subject;
  if (number !== undefined) return { number, tally: `v${version} of ${total}` };
  const named = numberOfName(mail.mail.file);
  return named === undefined ? { number: 1 } : { number: named.number, tally: `v${version} in ${named.folder}` };
};

/** `git format-patch -N` numbers its files only. */
const numberOfName = (file: string): { readonly folder: string; readonly number: number } | undefined => {
  const cut = file.lastIndexOf('/') + 1;
  const number = /^(?:v\d{1,4}-)?(\d{4})-/.exec(file.slice(cut))?.[1];
  return number === undefined ? undefined : { folder: file.slice(0, cut), number: Number(number) };
};

/** The two ends of an answer: what a mail is called, and what it answers. */
const idKeys = ({ messageId, inReplyTo }: PatchMail, { tally }: Place): readonly string[] =>
  tally === undefined ? [] : [messageId, ...inReplyTo].filter((id) => id !== '').map((id) => `${tally} <${id}>`);

/** Where nothing is answered: who sends, else only the tally, as b4 writes each patch's author as its sender. */
const tallyKeys = ({ sender }: PatchMail, { tally }: Place): readonly string[] =>
  tally === undefined ? [] : [`${tally} by ${sender.address.toLowerCase()}`, tally];

const orderOf = ({ subject, isCover, mail }: PatchMail): number =>
  isCover ? -1 : (subject.number ?? numberOfName(mail.file)?.number ?? 1);

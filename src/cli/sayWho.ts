import type { WhoAnswer } from '../bench/whoGets.ts';
import { mailHeaders } from '../core/maintainers/mailHeaders.ts';
import type { Recipient } from '../core/maintainers/recipient.ts';
import type { Trap } from '../core/maintainers/trapsOf.ts';
import { plural } from '../core/plural.ts';
import { visibleName } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { recipientLines } from './recipientLines.ts';
import { sayTraps } from './sayTraps.ts';

/** Who gets what, for a person: each file by itself as it is known, then the mails of a series together, then what to do. */
export const sayWho = async (face: Face, answers: AsyncIterable<WhoAnswer>): Promise<void> => {
  const mails: WhoAnswer[] = [];
  let files = 0;
  let people = 0;
  for await (const answer of answers) {
    people += answer.recipients.length;
    if (answer.kind === 'patch') mails.push(answer);
    else {
      if (files++ > 0) face.say();
      sayOne(face, answer);
    }
  }
  if (files > 0 && mails.length > 0) face.say();
  const [only] = mails;
  if (only && mails.length === 1) sayOne(face, only);
  else if (only) saySeries(face, mails);
  if (people > 0) sayNext(face, mails.length > 0);
};

const sayOne = (face: Face, { input, subject, files, kind, recipients, traps, isCover }: WhoAnswer): void => {
  const what = kind === 'path' ? files[0] || 'the tree as a whole' : subject === undefined ? input : `"${subject}"`;
  face.say(face.paint('strong', visibleName(`Who gets ${what}`)));
  if (isCover) face.say('  A cover letter changes no file: name its whole series, or the folder that it lies in.');
  else sayPeople(face, recipients);
  sayTraps(face, traps);
};

const saySeries = (face: Face, mails: readonly WhoAnswer[]): void => {
  const { say, paint } = face;
  say(paint('strong', `Who gets the ${plural(mails.length, 'mail')}`));
  for (const [at, { input, subject }] of mails.entries())
    say(`  ${paint('strong', `${at + 1}`)} ${visibleName(subject ?? input)}`);
  for (const [numbers, people] of groupsOf(mails)) {
    say();
    say(paint('strong', numbers));
    sayPeople(face, people);
  }
  const traps = mails.flatMap((mail) => mail.traps.map((trap) => [`${trap.section} ${trap.says}`, trap] as const));
  sayTraps(face, [...new Map<string, Trap>(traps).values()]);
};

/** Those who get the same mails together, first those who get all. */
const groupsOf = (
  mails: readonly WhoAnswer[],
): readonly (readonly [numbers: string, people: readonly Recipient[]])[] => {
  const all = new Map<string, { recipient: Recipient; in: number[] }>();
  for (const [at, { recipients }] of mails.entries()) {
    for (const recipient of recipients) {
      const known = all.get(recipient.address);
      if (known) all.set(recipient.address, { recipient: both(known.recipient, recipient), in: [...known.in, at + 1] });
      else all.set(recipient.address, { recipient, in: [at + 1] });
    }
  }
  // A series has one To and one Cc.
  const people = mailHeaders([...all.values()].map(({ recipient }) => recipient));
  const groups = Map.groupBy(people, ({ address }) => mailWords(all.get(address)?.in ?? [], mails.length));
  return [...groups].toSorted(([a], [b]) => Number(b === ALL) - Number(a === ALL));
};

/** What is said of somebody in two mails; the one who may apply one of them first. */
const both = (one: Recipient, other: Recipient): Recipient => {
  const [first, second] = one.header === 'Cc' && other.header === 'To' ? [other, one] : [one, other];
  return { ...first, because: [...first.because, ...second.because] };
};

const ALL = 'All mails';
const mailWords = (numbers: readonly number[], all: number): string =>
  numbers.length === all ? ALL : `${numbers.length > 1 ? 'Mails' : 'Mail'} ${numbers.join(', ')}`;

const sayPeople = (face: Face, recipients: readonly Recipient[]): void => {
  if (recipients.length === 0) face.say(`  ${face.paint('unknown', '? unknown')} MAINTAINERS names nobody for it`);
  for (const line of recipientLines(recipients, face)) face.say(line);
};

/** What to do with the names, for somebody who has never sent a patch. */
const sayNext = ({ say, paint, width }: Face, isPatch: boolean): void => {
  say();
  const meaning = 'To: who may apply it. Cc: who reads along. One plain-text mail to them all; answer to all, too.';
  const next = isPatch
    ? 'Next: scripts/checkpatch.pl on each patch, then git send-email to these.'
    : 'Next: ask again with the patch (git format-patch -1): its words can bring more people than its files.';
  for (const line of folded(meaning, width)) say(paint('soft', line));
  for (const line of folded(next, width)) say(line);
};

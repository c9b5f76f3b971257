import type { WhoAnswer } from '../bench/whoGets.ts';
import type { Recipient } from '../core/maintainers/recipient.ts';
import type { Trap } from '../core/maintainers/trapsOf.ts';
import type { Face } from './face.ts';
import { plural } from './plural.ts';
import { recipientLines } from './recipientLines.ts';
import { sayTraps } from './sayTraps.ts';
import { visible } from './visible.ts';

/** Who gets what, for a person: each file by itself, the mails of a series together. */
export const sayWho = (face: Face, answers: readonly WhoAnswer[]): void => {
  const mails = answers.filter(({ kind }) => kind === 'patch');
  const paths = answers.filter(({ kind }) => kind === 'path');
  for (const [at, answer] of paths.entries()) {
    if (at > 0) face.say();
    sayOne(face, answer);
  }
  if (paths.length > 0 && mails.length > 0) face.say();
  const [only] = mails;
  if (only && mails.length === 1) sayOne(face, only);
  else if (only) saySeries(face, mails);
};

const sayOne = (face: Face, { input, subject, recipients, traps }: WhoAnswer): void => {
  face.say(face.paint('strong', visible(`Who gets ${subject === undefined ? input : `"${subject}"`}`)));
  sayPeople(face, recipients);
  sayTraps(face, traps);
};

const saySeries = (face: Face, mails: readonly WhoAnswer[]): void => {
  const { say, paint } = face;
  say(paint('strong', `Who gets the ${plural(mails.length, 'mail')}`));
  for (const [at, { input, subject }] of mails.entries())
    say(`  ${paint('strong', `${at + 1}`)} ${visible(subject ?? input)}`);
  const all = new Map<string, { recipient: Recipient; in: number[] }>();
  for (const [at, { recipients }] of mails.entries()) {
    for (const recipient of recipients) {
      const known = all.get(recipient.address);
      if (known) known.in.push(at + 1);
      else all.set(recipient.address, { recipient, in: [at + 1] });
    }
  }
  const groups = Map.groupBy(all.values(), ({ in: numbers }) => numbers.join(', '));
  for (const [numbers, people] of groups) {
    const isAll = numbers.split(', ').length === mails.length;
    say();
    say(paint('strong', isAll ? 'All mails' : `${numbers.includes(',') ? 'Mails' : 'Mail'} ${numbers}`));
    sayPeople(
      face,
      people.map(({ recipient }) => recipient),
    );
  }
  const traps = new Map<string, Trap>(
    mails.flatMap((mail) => mail.traps.map((trap) => [`${trap.section} ${trap.says}`, trap])),
  );
  sayTraps(face, [...traps.values()]);
};

const sayPeople = (face: Face, recipients: readonly Recipient[]): void => {
  if (recipients.length === 0) face.say(`  ${face.paint('unknown', '? unknown')} MAINTAINERS names nobody for it`);
  for (const line of recipientLines(recipients, face)) face.say(line);
};

import { headerOf } from '../mail/mail.ts';
import { personText } from '../patch/namedPerson.ts';
import type { PatchMail, Person } from '../patch/patchMail.ts';
import { type FoundTrailer, type ReportTrailers, syzbotReport } from './addressReport.ts';

/** What a mail with a report tells: what a robot asks for in its own words, else who wrote it and where it is archived. */
export const mailReport = (mail: PatchMail): ReportTrailers => {
  const asked = askedFor(mail);
  const syzbot = asked.map(({ trailer }) => SYZBOT.exec(trailer.value)?.[1]).find((id) => id !== undefined);
  // Its mails ask for the first line only; both are wanted.
  if (syzbot !== undefined) return syzbotReport(syzbot.toLowerCase());
  if (asked.some(({ trailer }) => /^reported-/i.test(trailer.token))) return { found: asked, missing: [] };
  const id = SYZBOT.exec(mail.sender.address)?.[1];
  return id === undefined ? byPerson(mail) : syzbotReport(id.toLowerCase());
};

const SYZBOT = /syzbot\+([0-9a-f]{12,40})@syzkaller\.appspotmail\.com/i;

const MOST_LINES = 100_000;

/** Lines that a robot wants to see: `| Reported-by: kernel test robot <…>`. In a person's mail they are somebody's. */
const askedFor = ({ mail }: PatchMail): readonly FoundTrailer[] => {
  const lines = mail.lines.slice(0, MOST_LINES);
  const from = lines.findIndex(({ text }) => ASKS.test(text.slice(0, 300)));
  if (from < 0) return [];
  const found = new Map<string, FoundTrailer>();
  for (const { text } of lines.slice(from, from + 20)) {
    const [, token = '', value = ''] = WANTED.exec(text.slice(0, 1000)) ?? [];
    // It offers more for a later version of the same patch: Fixes is of the patch that it tested.
    if (token !== '')
      found.set(`${token} ${value}`, { trailer: { token, value }, seen: 'The report asks for this line.' });
  }
  return [...found.values()];
};

const ASKS = /\b(?:kindly|please) add (?:the )?following tags?\b/i;
const WANTED = /^[|>\s]{0,4}(Reported-by|Reported-and-tested-by|Closes|Link):[ \t]*(\S.*?)\s*$/;

const byPerson = (mail: PatchMail): ReportTrailers => {
  const { sender, messageId } = mail;
  const url = archiveOf(mail);
  const reporter = {
    trailer: { token: 'Reported-by', value: personText(sender) },
    seen: 'This is who wrote the report, as its From line has it.',
  };
  if (url !== undefined)
    return {
      found: [
        reporter,
        { trailer: { token: 'Closes', value: url }, seen: 'This is the report in the public archive.' },
      ],
      missing: [],
    };
  const list = [...mail.to, ...mail.cc].find(isList);
  return list
    ? { found: [reporter], missing: [lookInArchive(list, messageId)] }
    : { found: [], missing: [askFirst(personText(sender))] };
};

const lookInArchive = ({ address }: Person, messageId: string): string => {
  const what =
    messageId === ''
      ? `The mail has no Message-ID, so its place in the archive of ${address} is not known.`
      : `It went to ${address}, whose archive is not known here.`;
  return `${what} Look for the mail there, and write: Closes: URL`;
};

const askFirst = (who: string): string =>
  `The report went to no public list, so it may be private. Ask ${who} before you name them; with their word write:`
  + ` Reported-by: ${who}`;

/** Where everybody can read it: as the mail says itself, or by its Message-ID where lore has the list. */
const archiveOf = (patch: PatchMail): string | undefined => {
  const said = /^<?(https:\/\/[^\s<>]{1,500})>?$/.exec(headerOf(patch.mail, 'Archived-At')?.value.trim() ?? '')?.[1];
  if (said !== undefined) return said;
  const { messageId } = patch;
  const isOnLore = [...patch.to, ...patch.cc].some(({ address }) => ON_LORE.test(address));
  if (!isOnLore || !/^[^\s<>]{1,300}@[^\s<>]{1,300}$/.test(messageId)) return undefined;
  return `https://lore.kernel.org/r/${messageId.replace(/[%/?#"\\^`{|}]/g, encoded)}`;
};

const encoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const ON_LORE = new RegExp(
  [
    '@(?:vger\\.kernel\\.org|lists\\.linux\\.dev|lists\\.infradead\\.org|lists\\.ozlabs\\.org|kvack\\.org|',
    'lists\\.denx\\.de|lists\\.freedesktop\\.org|lists\\.sourceforge\\.net|lists\\.linuxfoundation\\.org)$',
  ].join(''),
  'i',
);

const isList = ({ address }: Person): boolean => ON_LORE.test(address) || /@(?:lists?|groups)\.|\blist@/i.test(address);

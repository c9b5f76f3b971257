import { headerOf, type TextLine } from '../mail/mail.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import type { Trailer } from '../patch/trailer.ts';
import type { Reply } from './thread.ts';

const LONGEST = 4_000;
const TAG = /^[ \t]{0,3}([a-z]+(?:-[a-z]+){0,4}-by)[ \t]*:[ \t]*(\S.*)$/i;
const QUOTED = /^[ \t]{0,3}[>|]/;

/** What somebody answers in a mail: only their own words and tags, not what they quote. */
export const readReply = (mail: PatchMail, to: string): Reply => {
  const { trailers, says } = ownWords(mail.mail.lines);
  const date = mailDate(mail);
  const { name, address } = mail.sender;
  return { name, address, messageId: mail.messageId, to, ...(date !== undefined && { date }), trailers, says };
};

/** When a mail was dated, ISO 8601, UTC; none where nobody can read it. */
export const mailDate = ({ mail }: PatchMail): string | undefined => {
  // The zone's name in brackets is a comment; without it the date has only one meaning.
  const written = (headerOf(mail, 'Date')?.value ?? '').slice(0, 100).replace(/\(.*$/, '').trim();
  const date = new Date(written);
  return written === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

const ownWords = (lines: readonly TextLine[]): { readonly trailers: readonly Trailer[]; readonly says: string } => {
  const trailers: Trailer[] = [];
  const words: string[] = [];
  let length = 0;
  for (const [index, { text, at }] of lines.entries()) {
    if (isEnd(text)) break;
    if (text.trim() === '' || QUOTED.test(text) || isAttribution(lines, index)) continue;
    const [, token, value = ''] = TAG.exec(text) ?? [];
    const above = trailers.at(-1);
    if (token !== undefined) trailers.push({ token, value: value.trim(), at, lines: [text] });
    else if (above && isAddressOf(above, text, at)) trailers[trailers.length - 1] = folded(above, text);
    else if (length < LONGEST) {
      words.push(text.trim());
      length += text.length + 1;
    }
  }
  return { trailers, says: words.join(' ').replace(/\s+/g, ' ').slice(0, LONGEST) };
};

/** A signature, or a whole mail that is quoted without marks below. */
const isEnd = (text: string): boolean =>
  text === '-- ' || text === '--' || /^-{3,} ?Original Message ?-{3,}/i.test(text);

/** Mailers break a long tag before its address. */
const isAddressOf = (above: Trailer, text: string, at: number): boolean =>
  at === above.at + 1 && !above.value.includes('<') && /^\s*<[^<>\s]+@[^<>\s]+>\s*$/.test(text);

const folded = (trailer: Trailer, text: string): Trailer => ({
  ...trailer,
  value: `${trailer.value} ${text.trim()}`,
  lines: [...trailer.lines, text],
});

/** `On Monday, Ada wrote:`, over one line or two, above a quotation. */
const isAttribution = (lines: readonly TextLine[], index: number): boolean => {
  const text = lines[index]?.text ?? '';
  const isLast = (at: number): boolean =>
    /:\s*$/.test(lines[at]?.text ?? '')
    && (QUOTED.test(lines[at + 1]?.text ?? '')
      || ((lines[at + 1]?.text ?? '').trim() === '' && QUOTED.test(lines[at + 2]?.text ?? '')));
  if (isLast(index)) return /wrote|writes|schrieb|écrit|@|\d{4}/.test(text.slice(0, 500));
  return /^On .*\d/.test(text.slice(0, 500)) && isLast(index + 1);
};

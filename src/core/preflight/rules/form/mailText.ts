import type { MailHeader, TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { anyOf } from '../../anyOf.ts';
import { eachMail, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const CHARSET = [
  writtenIn.mailers('should be in ASCII or UTF-8 encoding only'),
  writtenIn.ubootRules('Send your patches as plain text messages'),
];
const DISCLAIMER = anyOf(
  /\b(?:e-?mail|message|communication|transmission)\b.{0,60}\b(?:is|are|may be|contains?|may contain)\b.{0,40}\bconfidential/,
  /intended (?:only|solely|exclusively) for the (?:use of the )?(?:addressee|recipient|individual|person|named)/,
  /(?:if you are|if you're) not the (?:intended|named) (?:recipient|addressee)/,
);

/** The characters of a mail, and words that must not stand in a public one. */
export const mailText: readonly PreflightRule[] = [
  {
    name: 'charset-not-utf-8',
    title: 'the text is in another encoding than UTF-8',
    group: 'mail',
    severity: 'warning',
    sources: CHARSET,
    covers: ['RCP-11'],
    why: 'Names and comments come out garbled in the history.',
    next: 'Set your editor, git (i18n.commitEncoding) and mail program to UTF-8, and make the mail anew.',
    look: eachMail((patch) => {
      const part = patch.mail.parts.find(({ type, charset }) => type.startsWith('text/') && !isUtf8(charset));
      if (!part) return [];
      const line = typeLine(patch, part.at);
      return [{ patch, line, what: `The mail says that its text is ${part.charset}.` }];
    }),
    examples: [
      { given: { headers: { 'Content-Type': 'text/plain; charset=iso-8859-1' } }, finds: 'is iso-8859-1' },
      { given: { headers: { 'Content-Type': 'text/plain; charset=us-ascii' } } },
      { given: { headers: { 'Content-Type': '' } } },
    ],
  },
  {
    name: 'bytes-undecodable',
    title: 'bytes of the mail are no characters',
    group: 'mail',
    severity: 'error',
    sources: CHARSET,
    covers: ['RCP-11'],
    why: 'git am refuses the mail, or the history gets a name with a hole in it.',
    next: 'Set your editor to UTF-8, write the words again, and make the mail anew.',
    look: eachMail((patch) => {
      const [at] = patch.mail.undecodable;
      const line = at === undefined ? undefined : patch.mail.lines.find((one) => one.at === at);
      if (at === undefined) return [];
      // Old sources hold such bytes; a diff of them has to show what stands there.
      const first = patch.diff[0]?.at;
      const isCode = first !== undefined && at >= first;
      const count = patch.mail.undecodable.length;
      const what = `${count} ${count === 1 ? 'line has' : 'lines have'} bytes that the mail's charset does not have.`;
      return [{ patch, line: line ?? { text: '', at }, what, ...(isCode && { severity: 'warning' as const }) }];
    }),
    examples: [
      {
        given: { headers: { 'Content-Transfer-Encoding': 'quoted-printable' }, body: 'Z=E4hle nur einmal.' },
        finds: 'bytes that',
      },
      { given: { headers: { 'Content-Transfer-Encoding': 'quoted-printable' }, body: 'Z=C3=A4hle nur einmal.' } },
      { given: { body: 'Zähle nur einmal.' } },
    ],
  },
  {
    name: 'confidentiality-notice',
    title: 'a notice says that the mail is confidential',
    group: 'mail',
    severity: 'error',
    sources: [
      writtenIn.certificate('this project and the contribution are public'),
      writtenIn.ubootTags('using a known identity and email address'),
    ],
    covers: [],
    why: 'Nobody may use what is confidential; many maintainers do not answer such mail at all.',
    next: 'Send from an address whose server adds no such notice; your company may have a way for it.',
    look: eachMail((patch) => {
      // Code speaks of intended recipients as well.
      const first = patch.diff[0]?.at ?? Number.POSITIVE_INFINITY;
      const last = lastOf(patch);
      const line = patch.mail.lines.find(
        ({ text, at }) => (at < first || at > last) && DISCLAIMER.test(text.slice(0, LONGEST)),
      );
      const found = line && DISCLAIMER.exec(line.text);
      return line && found ? [{ patch, line, what: `The mail says "${found[0]}".` }] : [];
    }),
    examples: [
      { given: { below: 'This email is confidential and intended only for the addressee.' }, finds: 'confidential' },
      { given: { below: 'If you are not the intended recipient, please delete it.' }, finds: 'not the intended' },
      { given: { body: 'A guest that is confidential loses its message.' } },
    ],
  },
];

/** A line longer than this is no sentence. */
const LONGEST = 2000;

const isUtf8 = (charset: string | undefined): boolean =>
  charset === undefined || /^"?(?:utf-?8|us-ascii|ascii|ansi_x3\.4-1968|unknown-8bit)"?$/i.test(charset);

/** The header that names the charset: of the part, or of the mail, whose part begins below its headers. */
const typeLine = ({ mail }: PatchMail, at: number): TextLine => {
  const isNamed = (one: MailHeader): boolean =>
    one.name.toLowerCase() === 'content-type' && one.raw.includes('charset');
  const ofParts = (mail.partHeaders ?? []).filter((one) => isNamed(one) && one.at >= at);
  const header =
    ofParts[0] ?? mail.headers.find(isNamed) ?? mail.headers.find(({ name }) => /^content-type$/i.test(name));
  const first = header?.at ?? at;
  return { text: mail.source[first - mail.at]?.trimEnd() ?? '', at: first };
};

const lastOf = ({ diff }: PatchMail): number => diff.at(-1)?.hunks.at(-1)?.lines.at(-1)?.at ?? 0;

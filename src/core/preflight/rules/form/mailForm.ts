import { headerOf, type MailPart } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachMail, type Finding, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const PLAIN = [
  writtenIn.plainText('should be submitted by e-mail "inline"'),
  writtenIn.ubootRules('no HTML, no MIME, no links'),
];
const SEND = 'Send it with git send-email, which sends plain text as it stands.';

/** How a mail is packed: HTML, attachments, encodings, signatures. */
export const mailForm: readonly PreflightRule[] = [
  {
    name: 'mail-has-html',
    title: 'the mail has a part in HTML',
    group: 'mail',
    severity: 'error',
    sources: [writtenIn.mailers('use plain text in your email body'), ...PLAIN],
    covers: ['RCP-09'],
    why: 'The lists refuse such mail without a word, so nobody ever sees it.',
    next: SEND,
    look: eachMail((patch) =>
      parts(
        patch,
        ({ type }) => type === 'text/html',
        ({ type }) => `A part of the mail is ${type}.`,
      ),
    ),
    examples: [
      { given: { headers: { 'Content-Type': 'text/html; charset=UTF-8' } }, finds: 'is text/html' },
      { given: {} },
    ],
  },
  {
    name: 'patch-attached',
    title: 'the patch is attached instead of standing in the mail',
    group: 'mail',
    severity: 'error',
    sources: [
      writtenIn.plainText('Do not attach the patch as a MIME'),
      writtenIn.ubootRules('compression, no attachments'),
    ],
    covers: ['RCP-09'],
    why: 'Nobody can quote a line of it in an answer.',
    next: SEND,
    look: eachMail((patch) =>
      parts(
        patch,
        ({ isAttachment, type }) => isAttachment && !isSignature(type),
        ({ type }) => `The mail has an attachment (${type}).`,
      ),
    ),
    examples: [
      { given: { headers: { 'Content-Disposition': 'attachment; filename="a.patch"' } }, finds: 'has an attachment' },
      { given: {} },
    ],
  },
  {
    name: 'mail-in-base64',
    title: 'the text is encoded as base64',
    group: 'mail',
    severity: 'warning',
    sources: [writtenIn.mailers('should send the patch text untouched'), ...PLAIN],
    covers: ['RCP-09'],
    why: 'In many programs the patch is unreadable, and cannot be searched or quoted.',
    next: 'git config sendemail.transferEncoding 8bit, then send with git send-email.',
    look: eachMail((patch) =>
      parts(
        patch,
        ({ encoding }) => encoding === 'base64',
        () => 'The text of the mail is encoded as base64.',
      ),
    ),
    examples: [
      { given: { headers: { 'Content-Transfer-Encoding': 'base64' } }, finds: 'as base64' },
      { given: { headers: { 'Content-Transfer-Encoding': 'quoted-printable' } } },
      { given: {} },
    ],
  },
  {
    name: 'mail-is-flowed',
    title: 'the mail is marked format=flowed',
    group: 'mail',
    severity: 'error',
    sources: [
      writtenIn.mailers('cause unexpected and unwanted line breaks'),
      writtenIn.ubootRules('mailer does not mangle the patch by automatic'),
    ],
    covers: ['RCP-10'],
    why: 'Programs on the way may join and break its lines, and then it no longer applies.',
    next: 'Turn flowed text off in your mail program, or send with git send-email.',
    look: eachMail((patch) =>
      parts(
        patch,
        ({ isFlowed }) => isFlowed,
        () => 'The mail says format=flowed.',
      ),
    ),
    examples: [
      { given: { headers: { 'Content-Type': 'text/plain; charset=UTF-8; format=flowed' } }, finds: 'format=flowed' },
      { given: {} },
    ],
  },
  {
    name: 'mail-signed-with-pgp',
    title: 'the mail is signed or encrypted as a whole',
    group: 'mail',
    severity: 'error',
    sources: [writtenIn.mailers("Don't use PGP/GPG signatures in mail that"), ...PLAIN],
    covers: ['RCP-12'],
    why: 'Signing rewrites lines that begin with a dash, and breaks the scripts that apply patches.',
    next: 'Turn signing off for patches. A header (b4, patatt) can sign without touching the text.',
    look: eachMail((patch) => {
      const line = patch.mail.lines.find(({ text }) => text.startsWith('-----BEGIN PGP SIGNED MESSAGE-----'));
      if (line) return [{ patch, line, what: 'The text is wrapped in a PGP signature.' }];
      const type = headerOf(patch.mail, 'Content-Type');
      const whole = /^multipart\/(?:signed|encrypted)/i.exec(type?.value ?? '');
      const part = patch.mail.parts.find((one) => isSignature(one.type));
      if (!whole && !part) return [];
      const shown = {
        text: `Content-Type: ${part?.type ?? type?.value ?? ''}`,
        at: part?.at ?? type?.at ?? patch.mail.at,
      };
      return [{ patch, line: shown, severity: 'warning', what: 'A signature is attached to the mail.' }];
    }),
    examples: [
      {
        given: { body: '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIt counts twice.' },
        finds: 'wrapped in a PGP',
      },
      { given: { headers: { 'Content-Type': 'multipart/signed; boundary="x"' } }, finds: 'A signature is attached' },
      { given: { headers: { 'X-Developer-Signature': 'v=1; a=openpgp-sha256' } } },
    ],
  },
  {
    name: 'lines-end-in-cr-lf',
    title: 'every line of the mail ends as on Windows',
    group: 'mail',
    severity: 'warning',
    sources: [
      writtenIn.mailers('should send the patch text untouched'),
      writtenIn.ubootRules('mailer does not mangle the patch by automatic'),
    ],
    covers: ['RCP-13'],
    why: 'A patch with such line ends often does not apply, or puts them into every changed file.',
    next: 'Make it anew with git format-patch and keep editors away from it; dos2unix FILE takes them out.',
    look: eachMail((patch) => {
      const { carriageReturns, source } = patch.mail;
      // A patch to a file with such line ends has some of them rightly.
      return source.length > 0 && carriageReturns >= source.length * 0.9
        ? [{ patch, what: `${carriageReturns} of the mail's ${source.length} lines end in CR LF.` }]
        : [];
    }),
    examples: [{ given: windows(), finds: 'end in CR LF' }, { given: { body: 'It counts\r\ntwice.' } }],
  },
  {
    name: 'mail-too-large',
    title: 'the list refuses a mail of this size',
    group: 'mail',
    severity: 'warning',
    sources: [writtenIn.ubootRules('size limit of 100 kB on the mailing')],
    covers: [],
    why: 'The mail waits for a moderator or is thrown away.',
    next: 'Split the patch; where the size is generated data, ask the maintainer how to send it.',
    look: eachMail((patch) => {
      const bytes = patch.mail.source.reduce((sum, line) => sum + line.length + 1, 0);
      return bytes > LARGEST
        ? [{ patch, what: `The mail has ${Math.ceil(bytes / 1000)} kB; 100 kB are the limit.` }]
        : [];
    }),
    examples: [{ given: { body: 'It counts twice.\n'.repeat(7000) }, finds: '100 kB are the limit' }, { given: {} }],
  },
];

const LARGEST = 100 * 1024;

const isSignature = (type: string): boolean => /^application\/(?:pgp-|x-pgp|pkcs7|x-pkcs7)/.test(type);

const parts = (
  patch: PatchMail,
  isMeant: (part: MailPart) => boolean,
  what: (part: MailPart) => string,
): readonly Finding[] => {
  const part = patch.mail.parts.find(isMeant);
  return part ? [{ patch, line: { text: part.type, at: part.at }, what: what(part) }] : [];
};

// Used by the examples above, hence hoisted: few own lines, each with its CR.
function windows() {
  const cr = (text: string): string => text.replaceAll('\n', '\r\n');
  return { body: cr(`${'It counts twice.\n'.repeat(300)}\r`) };
}

import type { Mail } from '../../core/mail/mail.ts';
import type { PatchMail } from '../../core/patch/patchMail.ts';

/** A mail for the tree's scripts, which read no encoded mail: its own bytes, or its text decoded. */
export const mailBytes = ({ mail }: Pick<PatchMail, 'mail'>): Uint8Array => {
  if (isPlain(mail)) return bytesOf(mail.source);
  const headers = mail.headers
    .filter(({ name }) => !/^(?:content-transfer-encoding|content-type)$/i.test(name))
    .map(({ name, raw }) => `${name}: ${raw}`);
  return Buffer.concat([bytesOf([...headers, '']), textOf(mail.lines.map(({ text }) => text))]);
};

/** A patch's diff, and what stands behind it, as git am would take it. */
export const diffBytes = ({ mail, diff }: Pick<PatchMail, 'mail' | 'diff'>): Uint8Array => {
  const first = diff[0]?.at;
  if (first === undefined) return new Uint8Array();
  if (isPlain(mail)) {
    const lines = mail.source.slice(Math.max(0, first - mail.at));
    // A mail whose headers have Windows line ends was made so on its way; git am takes them away.
    const isWindows = mail.source.slice(0, 2).every((line) => line.endsWith('\r'));
    return bytesOf(isWindows ? lines.map((line) => line.replace(/\r$/, '')) : lines);
  }
  const start = mail.lines.findIndex(({ at, text }) => at >= first && /^(?:diff |--- |Index: )/.test(text));
  return textOf(mail.lines.slice(Math.max(0, start)).map(({ text }) => text));
};

/** Of a mail in parts, the text parts alone are meant. */
const isPlain = ({ parts }: Mail): boolean =>
  parts.length <= 1 && parts.every(({ encoding }) => encoding === '' || /^(?:7bit|8bit|binary)$/.test(encoding));

const bytesOf = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`, 'latin1');
const textOf = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`);

import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime';
import { mailLimits } from './mailLimits.ts';
import type { ReadMail, SentFile, SentFrom, SentMail } from './sentMail.ts';

/** Reads a mail that weighs no more than it may (weighMail). Never throws; its HTML is noticed and read by nobody. */
export const readSentMail = async (raw: Uint8Array): Promise<ReadMail> => {
  try {
    const email = await PostalMime.parse(raw, {
      maxNestingDepth: mailLimits.depth,
      maxHeadersSize: mailLimits.headerBytes,
      maxRfc822NestingDepth: 0, // a mail in a mail is a file
    });
    return { kind: 'read', mail: sentMail(email) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    if (said.includes('nesting depth')) return { kind: 'unreadable', because: 'nested too deep' };
    if (said.includes('header size')) return { kind: 'unreadable', because: 'header too large' };
    return { kind: 'unreadable', because: 'damaged' };
  }
};

const sentMail = (email: Email): SentMail => {
  const messageId = messageIdOf(email);
  const loop = loopOf(email);
  const bounced = bouncedOf(email);
  return {
    ...(messageId !== undefined && { messageId }),
    subject: textOf(email.subject ?? '', 500),
    from: fromOf(email),
    ...(loop && { loop }),
    hasHtml: email.html !== undefined,
    text: textOf(email.text ?? '').replace(/\r\n?/g, '\n'),
    files: email.attachments.map(fileOf),
    ...(bounced !== undefined && { bounced }),
  };
};

/** Zero characters come out of encoded text; no database takes them, and nobody means them. */
const textOf = (text: string, most = text.length): string =>
  text.slice(0, most).replaceAll('\0', '\ufffd').toWellFormed();

const valuesOf = ({ headers }: Email, name: string): string[] =>
  headers.filter(({ key }) => key === name).map(({ value }) => value);

/** Exactly one, of printable ASCII: else somebody's archive or page could be made to say something by it. */
const messageIdOf = (email: Email): string | undefined => {
  const values = valuesOf(email, 'message-id');
  return values.length === 1 ? /^\s*<([!-;=?-~]{1,244})>\s*$/.exec(values[0] ?? '')?.[1] : undefined;
};

const fromOf = (email: Email): SentFrom => {
  const values = valuesOf(email, 'from');
  if (values.length !== 1) return { kind: 'odd', because: values.length === 0 ? 'none' : 'several' };
  const raw = values[0] ?? '';
  const addresses = addressParser(raw);
  if (addresses.some(({ group }) => group !== undefined)) return { kind: 'odd', because: 'group' };
  if (addresses.length > 1) return { kind: 'odd', because: 'several' };
  const { address = '', name = '' } = addresses[0] ?? {};
  if (!address.includes('@')) return { kind: 'odd', because: raw.includes('=?') ? 'encoded address' : 'none' };
  // What was not written as it is read came out of an encoded word, which an address must not have (RFC 2047, section 5).
  if (!raw.toLowerCase().includes(address.toLowerCase()) || /=\?|\?=/.test(address))
    return { kind: 'odd', because: 'encoded address' };
  return { kind: 'one', address: address.slice(0, 320), name: name.slice(0, 200) };
};

/** RFC 3834, section 2: what a machine sent is not answered by a machine. */
const loopOf = (email: Email): SentMail['loop'] => {
  if (valuesOf(email, 'auto-submitted').some((value) => !/^\s*no\s*(?:;|$)/i.test(value))) return 'auto-submitted';
  if (valuesOf(email, 'precedence').some((value) => /^\s*(?:bulk|junk)\s*$/i.test(value))) return 'bulk';
  const isList = valuesOf(email, 'precedence').some((value) => /^\s*list\s*$/i.test(value));
  return isList || valuesOf(email, 'list-id').length > 0 ? 'list' : undefined;
};

const fileOf = ({ filename, mimeType, content }: Attachment): SentFile => ({
  name: textOf(filename ?? '', 200),
  type: textOf(mimeType, 100),
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
});

/** The status of a delivery report (RFC 3464) that says that a mail of ours will never arrive. */
const bouncedOf = (email: Email): string | undefined => {
  const report = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!report) return undefined;
  const text = new TextDecoder('latin1').decode(fileOf(report).bytes.subarray(0, 64 * 1024));
  if (!/^action:[ \t]*failed/im.test(text)) return undefined;
  return /^status:[ \t]*(5\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1];
};

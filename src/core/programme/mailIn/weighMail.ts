import { type MailBreach, mailLimits } from './mailLimits.ts';

const CR = 13;
const LF = 10;
const DASH = 45;

/**
 * What of the limits a mail is over, from its bytes as they came; one pass, no parser. Lines end in CR LF and in nothing
 * else: a bare CR or LF may be another server's end of a mail, with a second mail smuggled in behind it
 * (CVE-2023-51764).
 */
export const weighMail = (raw: Uint8Array): MailBreach | undefined => {
  if (raw.length > mailLimits.bytes) return 'too large';
  const lines = readLines(raw);
  if (typeof lines === 'string') return lines;
  if (lines.headerEnd > mailLimits.headerBytes) return 'header too large';
  const isOver = addressesIn(textAt(raw, 0, lines.headerEnd)) > mailLimits.addresses;
  return isOver ? 'too many addresses' : undefined;
};

/** Where the first empty line begins (the end where there is none), once every byte is looked at. */
const readLines = (raw: Uint8Array): MailBreach | { readonly headerEnd: number } => {
  const parts = new PartCount(raw);
  let headerEnd = -1;
  let start = 0;
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] as number;
    if (byte > CR) continue;
    const breach = byteBreach(raw, at, byte);
    if (breach) return breach;
    if (byte !== LF) continue;
    if (at - start > mailLimits.lineBytes) return 'line too long';
    if (headerEnd < 0 && at - start === 1) headerEnd = start;
    if (raw[start] === DASH && raw[start + 1] === DASH && parts.isOver(start + 2)) return 'too many parts';
    start = at + 1;
  }
  if (raw.length - start > mailLimits.lineBytes) return 'line too long';
  return { headerEnd: headerEnd < 0 ? raw.length : headerEnd };
};

const byteBreach = (raw: Uint8Array, at: number, byte: number): MailBreach | undefined => {
  if (byte === 0) return 'zero byte';
  const isBare = (byte === CR && raw[at + 1] !== LF) || (byte === LF && raw[at - 1] !== CR);
  return isBare ? 'bare line end' : undefined;
};

/** At most as many as there are `@` in the headers that hold addresses. */
const addressesIn = (header: string): number => {
  let count = 0;
  let isAddresses = false;
  for (const line of header.split('\r\n')) {
    if (!/^[ \t]/.test(line)) isAddresses = ADDRESSES.test(line);
    if (isAddresses) for (let at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) count++;
  }
  return count;
};

const ADDRESSES = /^(?:resent-)?(?:from|sender|reply-to|to|cc|bcc|return-path|delivered-to)[ \t]*:/i;

/**
 * Counts at least as many as there are parts with a boundary that comes twice: every part begins with a line of two
 * dashes and its boundary. Lines of a diff that look so are counted too where they come twice; a hundred of them do not.
 */
class PartCount {
  private readonly counts = new Map<string, number>();
  private repeated = 0;
  private readonly raw: Uint8Array;

  constructor(raw: Uint8Array) {
    this.raw = raw;
  }

  /** Takes the line whose dashes end here. */
  isOver(at: number): boolean {
    if (isNoBoundary(this.raw[at])) return false;
    const line = boundaryAt(this.raw, at);
    const before = this.counts.get(line) ?? 0;
    this.counts.set(line, before + 1);
    if (before > 0) this.repeated += before === 1 ? 2 : 1;
    return this.repeated > mailLimits.parts || this.counts.size > MOST_LINES;
  }
}

const MOST_LINES = 20_000;

/** `--- a/file`, `-- ` before a signature, an empty line of a diff. */
const isNoBoundary = (byte: number | undefined): boolean =>
  byte === undefined || byte === DASH || byte === 32 || byte === CR;

/** The line, at most the 70 signs that a boundary may have, without the dashes and blanks that may end it. */
const boundaryAt = (raw: Uint8Array, from: number): string => {
  let to = from;
  while (to < raw.length && to - from < 70 && raw[to] !== CR) to++;
  while (to > from && (raw[to - 1] === DASH || raw[to - 1] === 32 || raw[to - 1] === 9)) to--;
  return textAt(raw, from, to);
};

/** Bytes as characters (latin1). */
const textAt = (raw: Uint8Array, from: number, to: number): string => LATIN1.decode(raw.subarray(from, to));

const LATIN1 = new TextDecoder('latin1');

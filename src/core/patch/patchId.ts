import { sha1 } from '@noble/hashes/legacy.js';
import { bytesOf } from '../mail/textOf.ts';
import type { PatchMail } from './patchMail.ts';

/** Whether the order of the files counts: `git patch-id --stable`, or what it does without an option. */
export type PatchIdKind = 'stable' | 'unstable';

export interface PatchId {
  readonly id: string;
  /** The commit that the text names above the patch (`commit …`, or the `From …` of git format-patch). */
  readonly commit?: string;
}

/** What git patch-id says of a mail's diff; none where it has none. */
export const patchId = (patch: PatchMail, kind: PatchIdKind = 'stable'): string | undefined => {
  const first = patch.diff[0]?.at;
  if (first === undefined) return undefined;
  const { mail } = patch;
  // A diff's bytes are not decoded by git; where the mail is not encoded they stand in the file as they are.
  const isPlain = mail.parts.length === 1 && /^(?:7bit|8bit|binary)?$/.test(mail.parts[0]?.encoding ?? '');
  const lines = isPlain
    ? mail.source.slice(first - mail.at)
    : mail.lines
        .slice(
          Math.max(
            mail.lines.findIndex(({ at }) => at >= first),
            0,
          ),
        )
        .map(({ text }) => bytesOf(text));
  return patchIds(lines, kind).next().value?.id;
};

/**
 * What git patch-id prints for a text with patches in it, one after the other. The lines are bytes as characters
 * (latin1), without their newlines.
 */
export function* patchIds(lines: Iterable<string>, kind: PatchIdKind = 'stable'): Generator<PatchId, undefined> {
  let commit: string | undefined;
  let patch = new Patch(kind);
  for (const whole of lines) {
    // git reads them as C strings.
    const nul = whole.indexOf('\0');
    const line = nul < 0 ? whole : whole.slice(0, nul);
    const next = /^(?:commit |From )?([0-9a-fA-F]{40})/.exec(line)?.[1];
    if (next === undefined && patch.take(line)) continue;
    if (patch.length > 0) yield { id: patch.end(), ...(commit !== undefined && { commit }) };
    commit = next?.toLowerCase();
    patch = new Patch(kind);
  }
  if (patch.length > 0) yield { id: patch.end(), ...(commit !== undefined && { commit }) };
}

/** The states of git's reader: `before` and `after` are -1 in a header, else the lines that a hunk still lacks. */
class Patch {
  length = 0;
  private readonly kind: PatchIdKind;
  private readonly sum = new Uint8Array(20);
  private before = -1;
  private after = -1;
  private isBinary = false;
  private blobs = '';
  private hash = sha1.create();
  private waiting: string[] = [];
  private waitingLength = 0;

  constructor(kind: PatchIdKind) {
    this.kind = kind;
  }

  /** Whether the patch goes on after this line. */
  take(line: string): boolean {
    if (line.startsWith('\\ ') && line.length >= 12) return true;
    if (this.length === 0 && !line.startsWith('diff ')) return true;
    if (this.before === -1) {
      const inHeader = this.takeHeader(line);
      if (inHeader !== undefined) return inHeader;
    }
    if (this.isBinary) {
      if (line.startsWith('diff ')) [this.isBinary, this.before] = [false, -1];
      return true;
    }
    if (this.before === 0 && this.after === 0) {
      if (line.startsWith('@@ -')) {
        this.takeHunkHead(line);
        return true;
      }
      if (!line.startsWith('diff ')) return false;
      if (this.kind === 'stable') this.endFile();
      [this.before, this.after] = [-1, -1];
    }
    if (/^[- ]/.test(line)) this.before--;
    if (/^[+ ]/.test(line)) this.after--;
    const text = line.replace(/[ \t\r]+/g, '');
    this.length += text.length;
    this.put(text);
    return true;
  }

  end(): string {
    this.endFile();
    return Array.from(this.sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** What take() answers, or nothing where the line goes on to be counted. */
  private takeHeader(line: string): boolean | undefined {
    if (/^(?:GIT binary patch|Binary files)/.test(line)) {
      this.isBinary = true;
      this.before = 0;
      this.put(this.blobs);
      if (this.kind === 'stable') this.endFile();
      return true;
    }
    if (line.startsWith('index ')) {
      const dots = line.indexOf('..', 6);
      const blank = line.indexOf(' ', dots);
      if (dots >= 0)
        this.blobs =
          line.slice(6, dots).slice(0, 40) + line.slice(dots + 2, blank < 0 ? undefined : blank).slice(0, 40);
      return true;
    }
    if (line.startsWith('--- ')) [this.before, this.after] = [1, 1];
    else if (!/^[A-Za-z]/.test(line)) return false;
    return undefined;
  }

  private takeHunkHead(line: string): void {
    const [, before, after] = /^@@ -(?:\d*,(\d*)|\d*)(?: \+(?:\d*,(\d*)|\d*))?/.exec(line) ?? [];
    this.before = Number(before ?? 1);
    this.after = Number(after ?? 1);
  }

  private put(text: string): void {
    this.waiting.push(text);
    this.waitingLength += text.length;
    if (this.waitingLength > 1 << 16) this.flush();
  }

  private flush(): void {
    const text = this.waiting.join('');
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    this.hash.update(bytes);
    [this.waiting, this.waitingLength] = [[], 0];
  }

  /** Adds the file's hash to the sum, as one number of 20 bytes whose first is the lowest. */
  private endFile(): void {
    this.flush();
    let carry = 0;
    for (const [at, byte] of this.hash.digest().entries()) {
      carry += (this.sum[at] ?? 0) + byte;
      this.sum[at] = carry & 255;
      carry >>= 8;
    }
    this.hash = sha1.create();
  }
}

/** UTF-8 as characters. */

import type { MailDamage, MailHeader, MailPart, TextLine } from './mail.ts';
import { type MailLines, readHeader, readHeaderLines } from './mailLines.ts';
import { isUtf8, readCharset } from './readCharset.ts';
import { isAscii, textOf } from './textOf.ts';
import { decodeBase64, decodeQuoted, type TransferEncoding, transferEncoding } from './transferEncoding.ts';

/** The body's text lines, parts and encodings taken away as git mailinfo does. */
export class MimeReader {
  readonly out: TextLine[] = [];
  readonly parts: MailPart[] = [];
  readonly partHeaders: MailHeader[] = [];
  readonly damage: MailDamage[] = [];
  readonly undecodable: number[] = [];
  carriageReturns = 0;
  private readonly boundaries: string[] = [];
  private headers: MailHeader[] = [];
  private charset = '';
  private encoding: TransferEncoding = 'none';
  private isFlowed = false;
  private dropsSpace = false;
  private pieces: string[] = [];
  private piecesAt = 0;
  private readonly mail: MailLines;
  private readonly first: number;

  constructor(mail: MailLines, first: number) {
    this.mail = mail;
    this.first = first;
  }

  take(name: string, header: MailHeader): void {
    this.headers.push(header);
    const lower = name.toLowerCase();
    if (lower === 'content-transfer-encoding') this.encoding = transferEncoding(header.value);
    if (lower !== 'content-type') return;
    this.isFlowed = attribute(header.value, 'format=')?.toLowerCase() === 'flowed';
    this.dropsSpace = attribute(header.value, 'delsp=')?.toLowerCase() === 'yes';
    const boundary = attribute(header.value, 'boundary=');
    if (boundary !== undefined && this.boundaries.length === 4)
      return void this.damage.push({ kind: 'boundaries', at: header.at });
    if (boundary !== undefined) this.boundaries.push(`--${boundary}`);
    this.charset = attribute(header.value, 'charset=') ?? '';
  }

  /** `line` is what ended the headers; open where the mail ended with them. */
  read(line: string, isOpen: boolean): void {
    let text: string | undefined = line;
    let open = isOpen;
    if (this.boundaries.length > 0) text = this.boundary();
    else this.notePart(this.mail.next);
    while (text !== undefined) {
      if (this.isBoundary(text)) {
        this.flush();
        text = this.part(text);
        if (text === undefined) return;
        open = false;
      }
      this.line(text, open, this.first + this.mail.next - 1);
      open = this.mail.isOpen && this.mail.next === this.mail.lines.length - 1;
      text = this.mail.lines[this.mail.next++];
    }
    this.flush();
  }

  private isBoundary(line: string): boolean {
    const top = this.boundaries.at(-1);
    return top !== undefined && line.startsWith(top);
  }

  private boundary(): string | undefined {
    while (this.boundaries.length > 0 && this.mail.next < this.mail.lines.length) {
      const line = this.mail.lines[this.mail.next++] ?? '';
      if (this.isBoundary(line)) return line;
    }
    return undefined;
  }

  private part(line: string): string | undefined {
    let at: string | undefined = line;
    while (at?.startsWith('--', this.boundaries.at(-1)?.length ?? 0)) {
      this.boundaries.pop();
      this.emit('', false, this.first + this.mail.next - 1);
      at = this.boundary();
    }
    if (at === undefined) return undefined;
    this.encoding = 'none';
    this.charset = '';
    this.headers = [];
    const start = this.mail.next;
    const depth = this.boundaries.length;
    for (const header of readHeaderLines(this.mail).headers.map((one) => readHeader(one, this.first))) {
      if (!header) continue;
      this.partHeaders.push(header);
      this.take(header.name, header);
    }
    if (this.boundaries.length === depth) this.notePart(start);
    return this.mail.lines[this.mail.next++];
  }

  private notePart(index: number): void {
    const value = (name: string): string =>
      this.headers.findLast((header) => header.name.toLowerCase() === name)?.value ?? '';
    const disposition = value('content-disposition');
    this.parts.push({
      type: /^[^\s;]+/.exec(value('content-type'))?.[0].toLowerCase() ?? 'text/plain',
      ...(this.charset !== '' && { charset: this.charset }),
      encoding: value('content-transfer-encoding').trim().toLowerCase() || '7bit',
      isFlowed: this.isFlowed,
      isAttachment: /^\s*attachment/i.test(disposition) || /name\*?=/i.test(disposition),
      at: this.first + index,
    });
  }

  private line(text: string, isOpen: boolean, at: number): void {
    if (this.encoding === 'none') return this.flowed(text, isOpen, at);
    const decode = this.encoding === 'base64' ? decodeBase64 : decodeQuoted;
    const decoded = decode(isOpen ? text : `${text}\n`);
    let start = 0;
    for (let end = decoded.indexOf('\n'); end >= 0; end = decoded.indexOf('\n', start)) {
      const piece = decoded.slice(start, end);
      if (start > 0 || this.pieces.length === 0) this.flowed(piece, false, at);
      else this.continued(piece);
      start = end + 1;
    }
    if (start < decoded.length) this.keep(decoded.slice(start), at);
  }

  /** The rest of a line whose beginning is kept. */
  private continued(piece: string): void {
    const first = this.pieces[0] ?? '';
    const bare = piece.endsWith('\r') ? piece.slice(0, -1) : piece;
    // One soft line after the other: as flowed() would do, but without joining all that came before each time.
    if (this.isFlowed && first.length > 3 && bare.endsWith(' ')) {
      if (first.startsWith(' ')) this.pieces[0] = first.slice(1);
      return this.keep(this.dropsSpace ? bare.slice(0, -1) : bare, this.piecesAt);
    }
    const before = this.pieces.join('');
    this.pieces = [];
    this.flowed(before + piece, false, this.piecesAt);
  }

  private keep(piece: string, at: number): void {
    if (this.pieces.length === 0) this.piecesAt = at;
    if (piece !== '') this.pieces.push(piece);
  }

  private flowed(line: string, isOpen: boolean, at: number): void {
    if (!this.isFlowed) {
      if (!isOpen && line.endsWith('\r')) this.carriageReturns++;
      return this.emit(line, isOpen, at);
    }
    const bare = !isOpen && line.endsWith('\r') ? line.slice(0, -1) : line;
    if (bare === '-- ') {
      this.flush();
      return this.emit(line, isOpen, at);
    }
    const unstuffed = bare.startsWith(' ') ? bare.slice(1) : bare;
    if (unstuffed.endsWith(' ')) return this.keep(this.dropsSpace ? unstuffed.slice(0, -1) : unstuffed, at);
    const [before, from] = this.pieces.length > 0 ? [this.pieces.join(''), this.piecesAt] : ['', at];
    this.pieces = [];
    this.emit(before + unstuffed + line.slice(bare.length), isOpen, from);
  }

  private flush(): void {
    if (this.pieces.length === 0) return;
    const line = this.pieces.join('');
    this.pieces = [];
    this.emit(line, true, this.piecesAt);
  }

  private emit(bytes: string, isOpen: boolean, at: number): void {
    const isPlain = isAscii(bytes) && (this.charset === '' || isUtf8(this.charset));
    const { text, isSound } = isPlain ? { text: bytes, isSound: true } : readCharset(bytes, this.charset);
    if (text.includes('\ufffd') && (!isSound || textOf(bytes) !== text || !bytes.includes('\u00ef\u00bf\u00bd')))
      this.undecodable.push(at);
    this.out.push({
      text,
      at,
      ...(text !== bytes && { bytes }),
      ...(isOpen && { isOpen }),
      ...(!isSound && { isDamaged: true }),
    });
  }
}

/** A parameter's value, found anywhere in the header as git finds it. */
const attribute = (value: string, name: string): string | undefined => {
  const start = value.toLowerCase().indexOf(name);
  if (start < 0) return undefined;
  const rest = value.slice(start + name.length);
  return rest.startsWith('"') ? /^[^"]*/.exec(rest.slice(1))?.[0] : /^[^; \t]*/.exec(rest)?.[0];
};

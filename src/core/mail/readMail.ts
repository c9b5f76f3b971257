import { headerBytes } from './headerBytes.ts';
import type { Mail } from './mail.ts';
import { type MailLines, readHeader, readHeaderLines } from './mailLines.ts';
import { MimeReader } from './mimeReader.ts';
import { skipSpace } from './space.ts';

/** Reads one mail of a file; `source` is its bytes as characters (latin1). Never throws. */
export const readMail = (source: string, place: { file: string; at: number }): Mail => {
  const whole = source.split('\n');
  const isOpen = whole.at(-1) !== '';
  if (!isOpen) whole.pop();
  const lines = whole.map((line, at) =>
    line.endsWith('\r') && !(isOpen && at === whole.length - 1) ? line.slice(0, -1) : line,
  );
  let next = 0;
  while (next < lines.length && skipSpace(lines[next] ?? '') === lines[next]?.length) next++;
  const isEmpty = next === lines.length;
  if (!isEmpty) lines[next] = (lines[next] ?? '').slice(skipSpace(lines[next] ?? ''));
  const mail: MailLines = { lines, isOpen, next };
  const { headers, rest } = readHeaderLines(mail);
  const read = headers.flatMap((line) => readHeader(line, place.at) ?? []);
  const mime = new MimeReader(mail, place.at);
  for (const header of read) {
    mime.take(header.name, header);
    if (!headerBytes(header.raw).isSound && DECODED.test(header.name))
      mime.damage.push({ kind: 'encoded-word', at: header.at });
  }
  if (isEmpty) mime.damage.push({ kind: 'empty', at: place.at });
  else mime.read(rest ?? headers.at(-1)?.text ?? '', rest === undefined);
  return {
    ...place,
    headers: read,
    lines: mime.out,
    parts: mime.parts,
    undecodable: mime.undecodable,
    partHeaders: mime.partHeaders,
    damage: mime.damage,
    carriageReturns: whole.filter((line) => line.endsWith('\r')).length + mime.carriageReturns,
    source: whole,
  };
};

// The headers whose encoded words git reads.
const DECODED = /^(?:from|subject|date|content-type|content-transfer-encoding|message-id)$/i;

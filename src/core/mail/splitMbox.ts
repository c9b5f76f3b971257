import { skipSpace } from './space.ts';

/** The mails of an mbox as git mailsplit parts them, each with its first line; what does not begin as one is one mail. */
export const splitMbox = (source: string): readonly { readonly source: string; readonly at: number }[] => {
  const mails: { source: string; at: number }[] = [];
  let start = skipSpace(source);
  let line = 1;
  for (let at = source.indexOf('\n'); at >= 0 && at < start; at = source.indexOf('\n', at + 1)) line++;
  if (start === source.length) return [];
  let startLine = line;
  if (isFromLine(source, start)) {
    for (let at = source.indexOf('\n', start) + 1; at > 0; at = source.indexOf('\n', at) + 1) {
      line++;
      if (!isFromLine(source, at)) continue;
      mails.push({ source: source.slice(start, at), at: startLine });
      [start, startLine] = [at, line];
    }
  }
  mails.push({ source: source.slice(start), at: startLine });
  return mails;
};

/** `From ` and, around the last colon, what looks like a time and a year after 1990. */
const isFromLine = (source: string, at: number): boolean => {
  if (!source.startsWith('From ', at)) return false;
  const end = source.indexOf('\n', at);
  const line = source.slice(at, end < 0 ? undefined : end + 1);
  if (line.length < 20) return false;
  const colon = line.lastIndexOf(':', line.length - 3);
  if (colon < 5 || !/^\d.\d\d:\d\d/s.test(line.slice(colon - 4, colon + 3))) return false;
  return Number(/^[\t-\r ]*(\d+)/.exec(line.slice(colon + 3, colon + 40))?.[1] ?? 0) > 90;
};

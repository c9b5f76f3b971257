export type TransferEncoding = 'none' | 'quoted-printable' | 'base64';

/** Which of them a header's value names, looked for as git looks: anywhere in it. */
export const transferEncoding = (value: string): TransferEncoding => {
  const lower = value.toLowerCase();
  if (lower.includes('base64')) return 'base64';
  return lower.includes('quoted-printable') ? 'quoted-printable' : 'none';
};

/** One line, with its newline where it has one; git stops at a NUL. A `=` at the end joins it to the next. */
export const decodeQuoted = (line: string): string => {
  const text = untilNul(line);
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  return (text.charAt(end - 1) === '=' ? text.slice(0, end - 1) : text).replace(
    /=([0-9a-f]{2})/gi,
    (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
  );
};

/** One line. What base64 does not have is passed over, `=` too, and bits that make no whole byte are dropped. */
export const decodeBase64 = (line: string): string => {
  const signs = untilNul(line).replace(/[^A-Za-z0-9+/]+/g, '');
  return atob(signs.length % 4 === 1 ? signs.slice(0, -1) : signs);
};

const untilNul = (text: string): string => {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
};

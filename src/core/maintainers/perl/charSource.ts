/** One character as JavaScript writes it with the flag v, inside a class as well as outside. */
export const charSource = (code: number): string => {
  const char = String.fromCodePoint(code);
  if (/^\w$/.test(char)) return char;
  if (/[\^$\\.*+?()[\]{}|/]/.test(char)) return `\\${char}`;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
};

/** One of these characters. */
export const oneOf = (codes: readonly number[]): string => {
  const chars = codes.map(charSource).join('');
  return codes.length === 1 ? chars : `[${chars}]`;
};

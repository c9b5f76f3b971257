import { latin1 } from '../latin1.ts';

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

export const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/** Characters that stand for bytes (latin1), as bytes. */
export const arrayOf = (bytes: string): Uint8Array => {
  const array = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) array[at] = bytes.charCodeAt(at);
  return array;
};

/** Bytes written as characters (latin1), read as UTF-8; what is none becomes U+FFFD. */
export const textOf = (bytes: string): string => (isAscii(bytes) ? bytes : UTF8.decode(arrayOf(bytes)));

/** A text's UTF-8 bytes, written as characters (latin1). */
export const bytesOf = (text: string): string => {
  if (isAscii(text)) return text;
  return latin1(new TextEncoder().encode(text));
};

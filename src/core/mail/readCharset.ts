import { arrayOf, isAscii, textOf } from './textOf.ts';

/** What a charset's bytes say. `isSound` is no where git's iconv would refuse them, or the charset is not known. */
export interface ReadCharset {
  readonly text: string;
  readonly isSound: boolean;
}

/** Reads bytes (as latin1 characters). No charset is UTF-8, whose bytes git passes on as they are, sound or not. */
export const readCharset = (bytes: string, charset: string): ReadCharset => {
  const name = charset.toLowerCase();
  if (name === '' || isUtf8(name)) return { text: textOf(bytes), isSound: true };
  if (LATIN1.has(name)) return { text: bytes, isSound: true };
  if (ASCII.has(name)) return { text: bytes.replace(/[\u0080-\uffff]/g, '\ufffd'), isSound: isAscii(bytes) };
  const decoder = decoderOf(name);
  if (!decoder) return { text: textOf(bytes), isSound: false };
  if (isAscii(bytes) && !SHIFTING.test(name)) return { text: bytes, isSound: true };
  const text = decoder.decode(arrayOf(bytes));
  if (name.startsWith('iso-8859-')) return { text: withControls(text, bytes), isSound: !text.includes('\ufffd') };
  return { text, isSound: !text.includes('\ufffd') && !(name.startsWith('windows-') && /[\u0080-\u009f]/.test(text)) };
};

/** As git compares names: `utf8` and `UTF-8` are one. */
export const isUtf8 = (charset: string): boolean => /^utf-?8$/i.test(charset);

const LATIN1 = new Set(['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'latin-1', 'l1']);
const ASCII = new Set(['us-ascii', 'ascii', 'us', 'ansi_x3.4-1968', 'iso646-us']);
// Their ASCII bytes may mean something else.
const SHIFTING = /^(?:iso-2022|utf-?16|utf-?32|hz|utf-?7)/;

/** TextDecoder reads some of ISO 8859 as the Windows charset of the same letters; iconv keeps the control bytes. */
const withControls = (text: string, bytes: string): string =>
  /[\u0080-\u009f]/.test(bytes) && text.length === bytes.length
    ? text.replace(/[^\0-\x7f]/g, (sign, at: number) => (bytes.charAt(at) <= '\u009f' ? bytes.charAt(at) : sign))
    : text;

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder | undefined>();

const decoderOf = (name: string): Decoder | undefined => {
  if (!decoders.has(name)) {
    // A hostile mbox names a new charset in every part.
    if (decoders.size > 100) decoders.clear();
    decoders.set(name, makeDecoder(name));
  }
  return decoders.get(name);
};

const makeDecoder = (name: string): Decoder | undefined => {
  try {
    return new TextDecoder(name, { ignoreBOM: true });
  } catch {
    return undefined;
  }
};

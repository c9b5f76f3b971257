import { headerBytes } from './headerBytes.ts';
import { bytesOf, textOf } from './textOf.ts';

/** A header's value with its encoded words (RFC 2047) read; `raw` is bytes as characters, or text. */
export const decodeHeader = (raw: string): string =>
  textOf(headerBytes(/[\u0100-\uffff]/.test(raw) ? bytesOf(raw) : raw).bytes);

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Proves later what a text was, as long as its salt is kept. The digest goes into the log of decisions, the salt (32 bytes, in
 * hex, from a source of secrets) into the row that can be erased: without it nobody finds the text by trying, however short.
 */
export const saltedDigest = (salt: string, text: string): string => {
  const key = hexToBytes(salt);
  if (key.length < 16) throw new TypeError('a salt has at least 16 bytes');
  return bytesToHex(hmac(sha256, key, utf8ToBytes(text)));
};

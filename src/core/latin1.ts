const STEP = 8192;

/**
 * Byte for byte as characters, as readers of mails and of MAINTAINERS want it. TextDecoder's latin1 is windows-1252, which moves
 * 32 of the bytes.
 */
export const latin1 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP) pieces.push(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return pieces.join('');
};

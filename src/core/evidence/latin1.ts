const STEP = 8192;

/** Byte for byte as characters, as readers of mails want it: the decoder of that name gives other characters for some. */
export const latin1 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP) pieces.push(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return pieces.join('');
};

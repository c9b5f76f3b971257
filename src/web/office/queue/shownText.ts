/** More than this is for the disk. Bytes. */
export const MOST_SHOWN = 40_000;

/** A file as text, where it is text and short; undefined where it is better looked at elsewhere. */
export const shownText = (bytes: Uint8Array): string | undefined => {
  if (bytes.length > MOST_SHOWN || bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

export type PublicMail =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreachable'; readonly because: string };

const PATIENCE_MS = 5000;
const MOST_BYTES = 2 ** 20;

/**
 * A mail of a public-inbox by its Message-ID, as it was archived: `ARCHIVE/ID/raw`. Only there: no answer leads anywhere else.
 * Never throws.
 */
export async function readPublicMail(archive: string, messageId: string): Promise<PublicMail> {
  const address = `${archive.replace(/\/+$/, '')}/${encodeURIComponent(messageId)}/raw`;
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status === 404 || answer.status === 300) return { kind: 'none' };
    if (!answer.ok || !answer.body) return { kind: 'unreachable', because: `it says ${answer.status}` };
    return { kind: 'read', bytes: await atMost(answer.body) };
  } catch (error) {
    const { message, cause } = error as Error;
    return { kind: 'unreachable', because: cause instanceof Error ? cause.message : message };
  }
}

/** The head and the beginning of a mail say what it is. */
async function atMost(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    pieces.push(piece);
    size += piece.length;
    if (size >= MOST_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(pieces).subarray(0, MOST_BYTES));
}

/** A file that somebody handed in, for the disk: never shown by the browser, never taken for a page or a script of ours. */
export const attachment = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Response =>
  new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encoded(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });

/** For programs that do not know the other form; nothing in it could end the header. */
const plainName = (name: string): string => name.replaceAll(/[^\w.-]/g, '_');

const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

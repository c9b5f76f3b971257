import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file that pages ask for: the style, the client's code, a font. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  /** By the name below /assets/. */
  readonly files: ReadonlyMap<string, Asset>;
  /** Changes when one of them does: it stands in their addresses, so that they can be kept for ever. */
  readonly version: string;
}

const FONTS = {
  'figtree.woff2': '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  'commit-mono.woff2': '@fontsource/commit-mono/files/commit-mono-latin-400-normal.woff2',
} as const;

/**
 * All of them, read once: together they are small. `parts` is the folder that has `style/` and `client/`; the sheets are
 * one, in the order of their names.
 */
export const readAssets = (parts: URL): Assets => {
  const files = new Map<string, Asset>([['style.css', { type: 'text/css; charset=utf-8', bytes: sheets(parts) }]]);
  for (const name of namesIn(new URL('client/', parts), '.js')) {
    const bytes = read(new URL(`client/${name}`, parts));
    files.set(name, { type: 'text/javascript; charset=utf-8', bytes });
  }
  for (const [name, source] of Object.entries(FONTS)) {
    files.set(name, { type: 'font/woff2', bytes: read(fontAt(parts, name, source)) });
  }
  const hash = createHash('sha256');
  for (const { bytes } of files.values()) hash.update(bytes);
  return { files, version: hash.digest('hex').slice(0, 12) };
};

const sheets = (parts: URL): Uint8Array<ArrayBuffer> => {
  const folder = new URL('style/', parts);
  return Uint8Array.from(Buffer.concat(namesIn(folder, '.css').map((name) => read(new URL(name, folder)))));
};

const namesIn = (folder: URL, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted();

/** In a checkout from its package, in the published package from the copy that was packed with it. */
const fontAt = (parts: URL, name: string, source: string): URL =>
  import.meta.url.endsWith('.ts') ? new URL(import.meta.resolve(source)) : new URL(`fonts/${name}`, parts);

const read = (url: URL): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(fileURLToPath(url)));

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'node_modules');

// The package is asked for by its folder, as in bin/patchling; where none is pinned, the machine's own Node runs.
const pinned = readdirSync(packages)
  .filter((name) => /^node-[a-z]+-[a-z0-9]+$/.test(name))
  .map((name) => join(packages, name, 'bin', 'node'))
  .find((node) => existsSync(node));

/** A PATH on which `node` is the pinned one and the checkout's programs come first. */
export const path = [dirname(pinned ?? process.execPath), join(packages, '.bin'), process.env['PATH']].join(delimiter);

import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from '../../src/edge/run.ts';
import { mustRun } from './mustRun.ts';

/** What is in a guest besides busybox. */
export interface GuestContents {
  /** Lines of a shell that run in it; what they put into /out comes back. */
  readonly script: string;
  /** From the place in the guest to the file here. */
  readonly files?: Readonly<Record<string, string>>;
  /** Programs of this machine, with the libraries that they need, at the same places. */
  readonly programs?: readonly string[];
}

/** Makes the folder of files that a guest begins with. */
export const makeGuestRoot = async (
  root: string,
  { script, files = {}, programs = [] }: GuestContents,
): Promise<void> => {
  for (const name of ['bin', 'dev', 'etc', 'lab', 'out', 'proc', 'run', 'sys', 'tmp', 'usr', 'var/log']) {
    mkdirSync(join(root, name), { recursive: true });
  }
  put(root, '/bin/busybox', await pathOf('busybox'));
  symlinkSync('busybox', join(root, 'bin/sh'));
  for (const program of programs) for (const file of await withLibraries(program)) put(root, file, file);
  for (const [place, file] of Object.entries(files)) put(root, place, file);
  writeFileSync(join(root, 'init'), init(script));
  chmodSync(join(root, 'init'), 0o755);
};

/** The second serial line brings back what is in /out, byte by byte. */
const init = (script: string): string => `#!/bin/sh
/bin/busybox --install -s /bin
export PATH=/bin:/usr/bin:/sbin:/usr/sbin
mount -t proc none /proc; mount -t sysfs none /sys; mount -t devtmpfs none /dev
mount -t tmpfs none /tmp; mount -t tmpfs none /run
ln -s /proc/self/fd /dev/fd; ln -s fd/0 /dev/stdin; ln -s fd/1 /dev/stdout; ln -s fd/2 /dev/stderr
${script}
stty -F /dev/ttyS1 raw -echo
tar -c -C /out . > /dev/ttyS1
sync; sleep 1
reboot -f
`;

const put = (root: string, place: string, file: string): void => {
  mkdirSync(dirname(join(root, place)), { recursive: true });
  copyFileSync(file, join(root, place));
};

const pathOf = async (program: string): Promise<string> => (await mustRun(['which', program])).trim();

/** A program and, as ldd says, what it is linked with. */
const withLibraries = async (program: string): Promise<readonly string[]> => {
  const { stdout } = await run(['ldd', program]);
  const libraries = [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, file = '']) => file);
  return [program, ...libraries.filter((file) => basename(file).includes('.so'))];
};

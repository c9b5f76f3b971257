import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/edge/run.ts';
import { withTempFolder } from '../../src/edge/tempFolder.ts';
import { type GuestContents, makeGuestRoot } from './guestRoot.ts';
import { mustRun } from './mustRun.ts';

export interface Guest extends GuestContents {
  /** A kernel’s image. */
  readonly image: string;
  /** Put on its command line, after the console. */
  readonly append: string;
  readonly memory?: number;
  readonly processors?: number;
}

/** What a guest leaves: all that its console said, and the files of its /out. */
export interface GuestOutput {
  readonly console: Uint8Array;
  file(name: string): Uint8Array;
}

/** A boot takes seconds; one that hangs is nobody's evidence. */
const PATIENCE_MS = 300_000;

/** With several CPUs and none of them real, a kernel now and then stumbles as it boots: that is nobody's evidence either. */
const TRIES = 4;

/** Boots a kernel in QEMU without hardware help, which every machine can, and waits until it is off. */
export const bootGuest = async (guest: Guest): Promise<GuestOutput> => {
  for (let tries = 1; ; tries++) {
    try {
      return await bootOnce(guest);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
};

const bootOnce = async ({ image, append, memory = 512, processors = 1, ...contents }: Guest): Promise<GuestOutput> =>
  withTempFolder(async (folder) => {
    const inFolder = (name: string): string => join(folder, name);
    mkdirSync(inFolder('root'));
    await makeGuestRoot(inFolder('root'), contents);
    const pack = `cd "$1" && find . | busybox cpio -o -H newc > "$2"`;
    await mustRun(['sh', '-c', pack, 'sh', inFolder('root'), inFolder('initramfs')]);
    const { timedOut, stderr } = await run(
      [
        ...['qemu-system-x86_64', '-machine', 'q35,accel=tcg', '-cpu', 'max', '-m', String(memory)],
        ...['-smp', String(processors), '-display', 'none', '-no-reboot', '-monitor', 'none'],
        ...['-serial', `file:${inFolder('console')}`, '-serial', `file:${inFolder('tar')}`],
        ...['-kernel', image, '-initrd', inFolder('initramfs'), '-append', `console=ttyS0 panic=-1 ${append}`],
      ],
      { timeoutMs: PATIENCE_MS },
    );
    const console = new Uint8Array(readFileSync(inFolder('console')));
    if (timedOut || statSync(inFolder('tar')).size === 0) {
      const last = new TextDecoder().decode(console).slice(-3000);
      throw new Error(`the guest of ${image} did not end by itself\n${stderr}\n${last}`);
    }
    mkdirSync(inFolder('out'));
    await mustRun(['tar', '-x', '-f', inFolder('tar'), '-C', inFolder('out')]);
    const files = new Map(
      readdirSync(inFolder('out')).map((name) => [name, new Uint8Array(readFileSync(join(inFolder('out'), name)))]),
    );
    return {
      console,
      file: (name) => {
        const bytes = files.get(name);
        if (!bytes) throw new Error(`the guest left no ${name}, only ${[...files.keys()].join(', ')}`);
        return bytes;
      },
    };
  });

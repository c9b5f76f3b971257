import { join } from 'node:path';
import { withTempFolder } from '../../src/edge/tempFolder.ts';
import { bootGuest, type GuestOutput } from './bootGuest.ts';
import { buildModule } from './buildModule.ts';
import { buildOwnKernel, ownBuildFolder } from './buildOwnKernel.ts';
import { debianKernel } from './debianKernel.ts';
import type { Lab, MarkOf } from './lab.ts';
import { joined, type MadePiece, pieceOf } from './madePiece.ts';

const PROGRAMS = ['/usr/bin/dmesg', '/sbin/modinfo'];
const SCRIPT = `cd /lab
/sbin/modinfo ./greeter.ko > /out/modinfo; uname -r > /out/uname
mkdir -p /lib/modules/$(uname -r)/updates; cp greeter.ko /lib/modules/$(uname -r)/updates; depmod -a
busybox modinfo greeter > /out/small
insmod greeter.ko; rmmod greeter; insmod greeter.ko
dmesg > /out/all; dmesg | tail -20 > /out/tail
/usr/bin/dmesg -T | tail -20 > /out/T; /usr/bin/dmesg -H | tail -20 > /out/H; lsmod > /out/lsmod`;

/** A module that says its mark as it is loaded, for Debian's kernels and for one's own. */
export const modulePieces = async (lab: Lab, markOf: MarkOf): Promise<readonly MadePiece[]> => [
  ...(await ofDebian(lab, '6.12', markOf)),
  ...(await ofDebian(lab, '6.1', markOf)),
  await ofOwn(lab, markOf),
];

const loaded = async (image: string, build: string, nonce: string): Promise<GuestOutput> =>
  withTempFolder(async (folder) => {
    const to = join(folder, 'greeter.ko');
    await buildModule({ name: 'greeter', nonce, build, folder: join(folder, 'greeter'), to });
    return bootGuest({ image, append: '', script: SCRIPT, programs: PROGRAMS, files: { '/lab/greeter.ko': to } });
  });

const module = (
  what: string,
  how: string,
  nonce: string,
  files: readonly (readonly [string, Uint8Array])[],
): MadePiece => ({
  ...{ what: `module: ${what}`, how, nonce, needs: [{ kind: 'module', name: 'greeter' }] },
  pieces: files.map(([name, bytes]) => pieceOf(name, bytes)),
});

const ofDebian = async (lab: Lab, version: '6.12' | '6.1', markOf: MarkOf): Promise<readonly MadePiece[]> => {
  const { release, image, build } = await debianKernel(lab, version);
  lab.say(`loading a module into ${release}`);
  const nonce = markOf(`module ${version}`);
  const { file } = await loaded(image, build, nonce);
  const all = (...names: string[]) => joined(...names.map(file));
  const how = `${release}, Debian’s headers`;
  return [
    module('modinfo, uname -r and dmesg | tail in one file', how, nonce, [
      ['module.txt', all('modinfo', 'uname', 'tail')],
    ]),
    module('modinfo and dmesg -T | tail as two', how, nonce, [
      ['modinfo.txt', all('modinfo', 'uname')],
      ['log.txt', file('T')],
    ]),
    module('busybox’s modinfo of what was installed, lsmod and dmesg -H', how, nonce, [
      ['m.txt', all('small', 'lsmod', 'uname', 'H')],
    ]),
  ];
};

const ofOwn = async (lab: Lab, markOf: MarkOf): Promise<MadePiece> => {
  const order = { nonce: markOf('another own kernel') };
  const { image, release } = await buildOwnKernel(lab, order);
  lab.say(`loading a module into ${release}`);
  const nonce = markOf('module own');
  const { file } = await loaded(image, await ownBuildFolder(lab, order), nonce);
  return module('modinfo and the whole dmesg', `${release.split('-')[0]} by tinyconfig`, nonce, [
    ['modinfo.txt', file('modinfo')],
    ['dmesg.txt', file('all')],
  ]);
};

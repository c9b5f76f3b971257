import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KernelVersion, kernelVersion } from './kernelVersion.ts';
import { type TreeFacts, treeStanding } from './treeStanding.ts';

const version = (text: string): KernelVersion => {
  const [, number = '', extra = ''] = /^([\d.]+)(.*)$/.exec(text) ?? [];
  const [major = '', minor = '', sub = '0'] = number.split('.');
  const makefile = `VERSION = ${major}\nPATCHLEVEL = ${minor}\nSUBLEVEL = ${sub}\nEXTRAVERSION = ${extra}\n`;
  return kernelVersion(makefile).version ?? assert.fail(text);
};

const torvalds = 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git';
const stable = 'git://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git';
const folder = { repository: false };
const repository = (remote: string, branch = 'master') => ({ repository: true, remotes: [remote], branch });

const table: readonly [string, TreeFacts, string][] = [
  [
    "Debian's package",
    { ...folder, version: version('6.12.117'), debianPackage: 'linux-source-6.12' },
    'distribution, practice',
  ],
  [
    "Debian's repository",
    { ...repository('https://salsa.debian.org/kernel-team/linux.git'), version: version('6.18') },
    'distribution, practice',
  ],
  [
    "Ubuntu's repository",
    {
      ...repository('git://git.launchpad.net/~ubuntu-kernel/ubuntu/+source/linux/+git/noble'),
      version: version('6.8.12'),
    },
    'distribution, practice',
  ],
  ['a kernel with a package number', { ...folder, version: version('6.12.74-1-amd64') }, 'distribution, practice'],
  [
    'a fork of mainline kept by a distribution',
    { repository: true, remotes: [torvalds, 'https://github.com/raspberrypi/linux'], version: version('6.12.1') },
    'distribution, practice',
  ],
  ['a stable tarball', { ...folder, version: version('6.12.117') }, 'stable, practice'],
  ['a stable branch', { ...repository(stable, 'linux-6.12.y'), version: version('6.12.117') }, 'stable, practice'],
  [
    'a stable branch before its first release',
    { ...repository(stable, 'linux-6.18.y'), version: version('6.18') },
    'stable, practice',
  ],
  ['mainline in the merge window', { ...repository(torvalds), version: version('6.18') }, 'mainline, new work'],
  [
    'mainline by ssh',
    { ...repository('git@gitolite.kernel.org:pub/scm/linux/kernel/git/torvalds/linux'), version: version('6.18') },
    'mainline, new work',
  ],
  [
    'the mirror',
    { ...repository('https://github.com/torvalds/linux'), version: version('6.19-rc3') },
    'release candidate, new work',
  ],
  [
    "the stable repository's mainline branch",
    { ...repository(stable), version: version('6.19-rc3') },
    'release candidate, new work',
  ],
  [
    'mainline, own branch and words',
    { ...repository(torvalds, 'gud-sizes'), version: version('6.19-rc3-mine') },
    'release candidate, new work',
  ],
  [
    'a subsystem',
    {
      ...repository('git://git.kernel.org/pub/scm/linux/kernel/git/netdev/net-next.git', 'main'),
      version: version('6.18'),
    },
    'subsystem, new work',
  ],
  [
    'mainline and a subsystem',
    {
      repository: true,
      remotes: [torvalds, 'https://git.kernel.org/pub/scm/linux/kernel/git/kdave/linux.git'],
      version: version('6.19-rc1'),
    },
    'subsystem, new work',
  ],
  [
    'U-Boot',
    { ...repository('https://source.denx.de/u-boot/u-boot.git'), version: version('2024.01-rc1') },
    'release candidate, new work',
  ],
  [
    "U-Boot's custodians",
    { ...repository('https://source.denx.de/u-boot/custodians/u-boot-net.git'), version: version('2024.01') },
    'subsystem, new work',
  ],
  [
    "a release candidate of somebody's fork",
    { ...repository('https://example.org/me/linux.git'), version: version('6.19-rc1') },
    'release candidate, new work',
  ],
  [
    "a release in somebody's fork",
    { ...repository('https://example.org/me/linux.git'), version: version('6.18') },
    'unknown, practice',
  ],
  ['a release, unpacked', { ...folder, version: version('6.18') }, 'mainline, practice'],
  ['a release candidate, unpacked', { ...folder, version: version('6.19-rc1') }, 'release candidate, practice'],
  ['no version at all', { ...folder }, 'unknown, practice'],
];

for (const [name, facts, expected] of table) {
  test(name, () => {
    const { standing, work, because } = treeStanding(facts);
    assert.equal(`${standing}, ${work}`, expected);
    assert.ok(because.length >= 2 && because.every((sentence) => sentence.endsWith('.')));
  });
}

test('a password in a URL is not shown', () => {
  const { because } = treeStanding(repository('https://me:secret@salsa.debian.org/kernel-team/linux.git'));
  assert.match(because.join(' '), /salsa\.debian\.org/);
  assert.doesNotMatch(because.join(' '), /secret/);
});

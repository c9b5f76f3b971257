import type { SampleTask } from './sampleTask.ts';

/** Build a kernel and run it; what the running kernel says of itself is the evidence. */
export const buildAndBoot: SampleTask = {
  ...{ slug: 'build-and-boot', title: 'Build a kernel and boot it', release: 'at once', part: 0.2, required: true },
  documents: [
    { file: 'Documentation/admin-guide/README.rst', heading: 'Compiling the kernel' },
    { file: 'Documentation/admin-guide/quickly-build-trimmed-linux.rst', heading: 'Step-by-step guide' },
    { file: 'Documentation/process/changes.rst', heading: 'Current Minimal Requirements' },
  ],
  words: `You build a kernel from its source with a mark of your own, and start it. Use a virtual machine if you have one machine
only: a kernel that does not start is part of the trade.

## What to do

Get the source, and stay in its folder:

~~~
git clone --depth 1 https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git
cd linux
git log -1 --oneline
~~~

Configure it for your machine, and build your mark into its name: MARK stands for yours, which is shown on this page below.

~~~
make localmodconfig
scripts/config --set-str LOCALVERSION "-MARK"
scripts/config --enable IKCONFIG --enable IKCONFIG_PROC
make olddefconfig
make -j$(nproc) 2>&1 | tee build.log
~~~

Install it and boot it, then look at what runs:

~~~
sudo make modules_install install
sudo reboot
uname -a
cat /proc/version
dmesg --level=emerg,alert,crit,err,warn
~~~

## What to hand in

- **build.log**, whole;
- **config**: the file that \`zcat /proc/config.gz > config\` makes on the running kernel;
- **dmesg.txt**: what \`dmesg > dmesg.txt\` writes after the boot;
- in the statement: the lines of \`git log -1 --oneline\`, \`uname -a\` and \`cat /proc/version\`, and one sentence on each
  error or warning of the boot that you can explain.

The version and the mark in the config, in the log and in \`uname\` have to be of one kernel. A machine looks at that at once,
and says what it does not find; hand in the files as they are.`,
  evidence: {
    needs: [
      { kind: 'boot log', kernel: 'own', atLeast: '6.1' },
      { kind: 'config', marked: true },
    ],
    ...{ mayPass: true, spotChecks: 0.1 },
  },
};

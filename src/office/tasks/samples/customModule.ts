import type { SampleTask } from './sampleTask.ts';

/** A module with a parameter, its own file in debugfs, and an end without leftovers. */
export const customModule: SampleTask = {
  ...{ slug: 'custom-module', title: 'A module of your own', release: 'in order', part: 0.35, required: true },
  documents: [
    { file: 'Documentation/kbuild/modules.rst', heading: 'How to Build External Modules' },
    { file: 'Documentation/process/coding-style.rst', heading: '7) Centralized exiting of functions' },
    { file: 'Documentation/admin-guide/tainted-kernels.rst', heading: 'Table for decoding tainted state' },
  ],
  words: `You write a module that somebody else can load, use and take out again, on the kernel that you built.

## What to do

Write **hello.c** with a Makefile beside it. The module

- takes a parameter \`name\`, a string that can be read below /sys/module/hello/parameters;
- makes a folder **hello** in debugfs with a file **count**: reading it gives how often it was read before;
- says one line when it comes and one when it goes, with \`pr_info()\`; your mark, which is shown on this page below, stands in
  the first;
- leaves nothing behind when it goes, also where it could come only half.

~~~
make -C /lib/modules/$(uname -r)/build M=$PWD W=1 modules 2>&1 | tee build.log
sudo insmod hello.ko name=yourname
sudo cat /sys/kernel/debug/hello/count
sudo cat /sys/kernel/debug/hello/count
cat /sys/module/hello/parameters/name
sudo rmmod hello
sudo dmesg | tail -20 > dmesg.txt
modinfo hello.ko > modinfo.txt
uname -r >> modinfo.txt
/path/to/linux/scripts/checkpatch.pl --no-tree --strict --file hello.c > checkpatch.txt
~~~

## What to hand in

- **hello.c**, **Makefile**, **build.log**, **dmesg.txt**, **modinfo.txt**, **checkpatch.txt**;
- in the statement: what \`cat count\` said the first and the second time, and, in your own words, what your module undoes
  when making the file in debugfs fails.

The build has no warning at \`W=1\`. The \`vermagic\` in modinfo is that of the kernel from the task before. A machine looks at
modinfo and the log at once; a mentor reads the module.`,
  evidence: { needs: [{ kind: 'module', name: 'hello' }], mayPass: false, spotChecks: 0 },
};

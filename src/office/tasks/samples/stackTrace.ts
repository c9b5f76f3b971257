import type { SampleTask } from './sampleTask.ts';

/** From addresses to lines, with the debug information of the kernel that made them. */
export const stackTrace: SampleTask = {
  ...{ slug: 'stack-trace', title: 'Decode a stack trace', release: 'in order', part: 0.55, required: true },
  documents: [
    { file: 'Documentation/admin-guide/bug-hunting.rst', heading: "Finding the bug's location" },
    { file: 'Documentation/admin-guide/reporting-issues.rst', heading: 'Decode failure messages' },
    {
      file: 'Documentation/fault-injection/provoke-crashes.rst',
      heading: 'Provoking crashes with Linux Kernel Dump Test Module (LKDTM)',
    },
  ],
  words: `You make your kernel complain on purpose, and find the line that it complains about. Do it in a virtual machine.

## What to do

Build with debug information and with the module that makes crashes on demand:

~~~
scripts/config --enable DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT --module LKDTM --enable DEBUG_FS
make olddefconfig
make -j$(nproc)
sudo make modules_install install
sudo reboot
~~~

Make a warning, keep the log, and decode it with the files of **this** build:

~~~
sudo modprobe lkdtm
echo WARNING | sudo tee /sys/kernel/debug/provoke-crash/DIRECT
sudo dmesg > raw.txt
./scripts/decode_stacktrace.sh vmlinux "$PWD" "$PWD" < raw.txt > decoded.txt
~~~

Open the file at the line that the first frame in lkdtm names, and read the function around it.

## What to hand in

- **raw.txt** and **decoded.txt**;
- what \`readelf -n vmlinux\` says of the build ID, in the statement;
- in the statement: file, line and function where the warning was made; by which call one came there from the write to
  debugfs; and what the word after **Tainted:** means, or why there is none.

The decoded trace names the functions of the raw one, in the same order. That is what is compared.`,
};

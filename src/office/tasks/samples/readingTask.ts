import type { SampleTask } from './sampleTask.ts';

/** Where a call goes, told by file and line. */
export const readingTask: SampleTask = {
  ...{ slug: 'reading', title: 'Read a piece of the kernel', release: 'at once', part: 1, required: false },
  documents: [
    { file: 'Documentation/process/howto.rst', heading: 'Documentation' },
    { file: 'Documentation/filesystems/vfs.rst', heading: 'Introduction' },
    { file: 'Documentation/trace/ftrace.rst', heading: 'The File System' },
  ],
  words: `You follow one system call from where it enters to where its work is done, in the source and on the running
kernel. It can
be done while other tasks wait for an answer.

## What to do

Take \`read()\` of a file on the file system that your root is on. Find in the source, and note file, line and function of:

1. where the system call is defined (look for SYSCALL_DEFINE3);
2. where the offset and the size are checked;
3. where it is decided which file system’s function is called;
4. the function of the file system that is called there;
5. where it is decided whether the page is in memory already.

Then see whether it is so:

~~~
git describe --always
cd /sys/kernel/tracing
echo vfs_read | sudo tee set_graph_function
echo function_graph | sudo tee current_tracer
cat /etc/hostname
sudo head -200 trace > ~/trace.txt
echo nop | sudo tee current_tracer
~~~

## What to hand in

- **trace.txt**;
- in the statement: what \`git describe\` says, and the five places, one a line, as **path:line function**;
- one question that you could not answer. It is the best part: we answer it.`,
};

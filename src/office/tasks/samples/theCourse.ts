import type { SampleTask } from './sampleTask.ts';

/** The evidence is a file that somebody else made; the notes say what stayed. */
export const theCourse: SampleTask = {
  ...{ slug: 'course', title: 'The course', release: 'at once', part: 0.5, required: true },
  documents: [
    { file: 'Documentation/process/howto.rst', heading: 'The development process' },
    { file: 'Documentation/process/2.Process.rst', heading: 'The big picture' },
  ],
  words: `Take the free course *A Beginner's Guide to Linux Kernel Development (LFD103)* of the Linux Foundation, or another that
your programme names. It takes about sixty hours with what there is to try; spread them.

The page **Course** of this term has its chapters. Mark what you have done, and write notes there: they are yours alone,
and they are searched first when you have a question.

## What to do

1. Enrol, work through all chapters, and pass the final exam of the course.
2. Download the certificate as a PDF.
3. After each chapter write down one thing that was new to you.

## What to hand in

- the certificate, as the file that you downloaded, not a picture of it;
- in the statement: the certificate's number, and five of the things that were new to you, one line each;
- the output of

~~~
sha256sum certificate.pdf
~~~

so that we know the file came as you sent it.`,
};

import type { SampleTask } from './sampleTask.ts';

/** Documentation is code that people run. */
export const documentationPatch: SampleTask = {
  ...{
    slug: 'documentation-patch',
    title: 'A patch to the documentation',
    release: 'in order',
    part: 0.8,
    required: true,
  },
  documents: [
    { file: 'Documentation/doc-guide/contributing.rst', heading: 'Addressing warnings' },
    { file: 'Documentation/doc-guide/sphinx.rst', heading: 'Sphinx Build' },
    { file: 'Documentation/doc-guide/kernel-doc.rst', heading: 'Writing kernel-doc comments' },
  ],
  words: `You make the kernel’s documentation build with one warning less, or say something right that it says wrong.
It has to be
something that you can show: a spelling mistake alone is too little for this task.

## What to do

Build one folder of the documentation before you change anything:

~~~
./scripts/sphinx-pre-install
make SPHINXDIRS="process" htmldocs 2>&1 | tee before.log
./scripts/kernel-doc -none -Wall drivers/gpio/gpiolib.c
~~~

Choose another folder than *process* if it has no warnings. A warning of kernel-doc, of a parameter that is not described,
is worth more than one of an underline: but then you have to read the function, and say what the parameter **is**.

Change it, build again, look at the page, and make a patch as in the task before:

~~~
make SPHINXDIRS="process" htmldocs 2>&1 | tee after.log
git commit --signoff
git format-patch -1 --base=auto
~~~

## What to hand in

- **0001-….patch**, **before.log** and **after.log**: the warning is in the first and not in the second, and no other is new;
- in the statement: the address of the rendered page below *Documentation/output*, and where in the code you saw that what
  you wrote is so.

A machine tries the patch at once, where your programme has a tree for that, and says what \`patchling check\` finds. Your mark,
which is shown on this page below, stands on a line below its \`---\`. The why is read by a mentor.`,
  evidence: {
    needs: [{ kind: 'patch', applies: true, passesCheck: true, marked: true }],
    ...{ mayPass: false, spotChecks: 0 },
  },
};

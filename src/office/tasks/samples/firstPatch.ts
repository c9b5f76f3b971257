import type { SampleTask } from './sampleTask.ts';

/** The whole way once, to yourself and the programme: nothing of it goes to a public list. */
export const firstPatch: SampleTask = {
  ...{ slug: 'first-patch', title: 'A first patch by mail', release: 'in order', part: 0.7, required: true },
  documents: [
    { file: 'Documentation/process/submitting-patches.rst', heading: 'Describe your changes' },
    {
      file: 'Documentation/process/submitting-patches.rst',
      heading: "Sign your work - the Developer's Certificate of Origin",
    },
    { file: 'Documentation/process/5.Posting.rst', heading: 'Patch formatting and changelogs' },
    { file: 'Documentation/process/coding-style.rst', heading: '8) Commenting' },
  ],
  words: `You make one small, right change, and everything around it as if it went to a maintainer. **Send it to no
list yet**: what
is practice must not cost anybody’s time.

## What to do

Find something worth changing in code that is used: a check that is missing, a macro that documentation says replaces an
older one, a comment that says what is no longer so. Spaces and line lengths alone are no reason for a patch.

~~~
git switch -c first-patch
git commit --signoff
git format-patch -1 --base=auto
./scripts/checkpatch.pl --strict 0001-*.patch > checkpatch.txt
./scripts/get_maintainer.pl 0001-*.patch > maintainers.txt
git log --oneline -10 -- path/of/the/file.c > history.txt
make W=1 path/of/the/file.o 2>&1 | tee build.log
~~~

The subject has the prefix that others use for this file: history.txt shows it. The message says what is wrong, whom it
hurts, and what you do about it. It is written for somebody who does not know you.

## What to hand in

- **0001-….patch** as git wrote it, with its base commit; it has to apply there;
- **checkpatch.txt**, **maintainers.txt**, **history.txt**, **build.log**;
- in the statement: how you tested it, or why it can only be built; and whether anybody works on this already, with where
  you looked for that.

A machine tries the patch at once, where your programme has a tree for that, and says what \`patchling check\` finds. Your mark,
which is shown on this page below, stands on a line below its \`---\`. The why is read by a mentor.`,
  evidence: {
    needs: [{ kind: 'patch', applies: true, passesCheck: true, marked: true }],
    ...{ mayPass: false, spotChecks: 0 },
  },
};

import type { SampleTask } from './sampleTask.ts';

/** Reading is half of the work, and nobody does enough of it. */
export const reviewPatch: SampleTask = {
  ...{ slug: 'review', title: 'Review somebody else’s patch', release: 'in order', part: 0.9, required: true },
  documents: [
    { file: 'Documentation/process/7.AdvancedTopics.rst', heading: 'Reviewing patches' },
    {
      file: 'Documentation/process/submitting-patches.rst',
      heading: 'Use trimmed interleaved replies in email discussions',
    },
    { file: 'Documentation/process/submitting-patches.rst', heading: "Reviewer's statement of oversight" },
  ],
  words: `You read a patch of a stranger as a maintainer would, and write what you would answer. **It is not sent**:
a mentor reads
it first, and says whether it would help there.

## What to do

Choose a series of one to three patches that is at most two weeks old and has no review yet, in a subsystem that you can
build. Lists are archived at https://lore.kernel.org. Get it by its Message-ID:

~~~
b4 am -o /tmp/review MESSAGE-ID
git switch -c review BASE-COMMIT
git am /tmp/review/*.mbx
make W=1 path/of/the/file.o 2>&1 | tee build.log
./scripts/checkpatch.pl --strict -g HEAD > checkpatch.txt
~~~

Ask of it: Does the message say why? Does the change do that, and nothing else? What happens on each way out of the
function? Who calls it, and under which lock? What would you want to see tested?

## What to hand in

- **review.txt**: your answer as the mail that it would be: quoted lines begin with **>**, your words stand below the lines
  that they are about, the rest is cut;
- **build.log** and **checkpatch.txt**;
- in the statement: the Message-ID, the commit that you applied it to, and which of your remarks you are least sure of.

“Looks good” is an answer only with what you looked at. You need not find a fault that is not there.`,
};

import type { SampleTask } from './sampleTask.ts';

/** Results in the standard form, and one of them explained. */
export const selftests: SampleTask = {
  ...{ slug: 'selftests', title: 'Run the kernel’s own tests', release: 'in order', part: 0.45, required: true },
  documents: [
    { file: 'Documentation/dev-tools/kselftest.rst', heading: 'Running a subset of selftests' },
    { file: 'Documentation/dev-tools/ktap.rst', heading: 'Test case result lines' },
    { file: 'Documentation/dev-tools/testing-overview.rst', heading: 'The Difference Between KUnit and kselftest' },
  ],
  words: `The kernel comes with its own tests. You run some of them on the kernel that you built, and read what they
say.

## What to do

In the source folder, on the running kernel of yours:

~~~
make headers
echo "patchling: MARK" | tee kselftest.log
make -C tools/testing/selftests TARGETS="size timers splice" run_tests 2>&1 | tee -a kselftest.log
~~~

MARK stands for your mark, which is shown on this page below.

Then the tests that run in a kernel of their own; this needs no reboot:

~~~
./tools/testing/kunit/kunit.py run --kernel_args=patchling.nonce=MARK --raw_output=all 2>&1 | tee kunit.log
~~~

Choose one line that begins with **not ok** or has **SKIP** in it. Find the file of that test, and find out why it says
so on your machine. If all are ok, choose a test and say what it would take to make it fail.

## What to hand in

- **kselftest.log** and **kunit.log**, whole and unchanged: both are in KTAP, and are read by a program;
- in the statement: \`uname -r\`, how many were ok, not ok and skipped, and your finding with file and line number.

A failing test is no fault of yours. A log that was cleaned up is: a machine reads the plans and counts in it at once.`,
  evidence: { needs: [{ kind: 'test results', tests: ['size'], marked: true }], mayPass: false, spotChecks: 0 },
};

import { buildAndBoot } from './samples/buildAndBoot.ts';
import { customModule } from './samples/customModule.ts';
import { documentationPatch } from './samples/documentationPatch.ts';
import { firstPatch } from './samples/firstPatch.ts';
import { mailSetUp } from './samples/mailSetUp.ts';
import { readingTask } from './samples/readingTask.ts';
import { reviewPatch } from './samples/reviewPatch.ts';
import type { SampleTask } from './samples/sampleTask.ts';
import { selftests } from './samples/selftests.ts';
import { stackTrace } from './samples/stackTrace.ts';
import { theCourse } from './samples/theCourse.ts';

/** Ten tasks along the way from a user to a contributor, in their order. */
export const sampleTasks: readonly SampleTask[] = [
  theCourse,
  buildAndBoot,
  customModule,
  selftests,
  stackTrace,
  mailSetUp,
  firstPatch,
  documentationPatch,
  reviewPatch,
  readingTask,
];

/** The words of a sample, with the places in the documentation below them; Markdown. */
export const sampleWords = ({ words, documents }: SampleTask): string =>
  `${words}

## Where the documentation says it

${documents.map(({ file, heading }) => `- \`${file}\`, “${heading}”`).join('\n')}

Paths are in the kernel’s source; the same pages are at https://docs.kernel.org.`;

/** What a course for beginners goes through: an organiser puts in the titles of theirs. */
export const sampleChapters: readonly string[] = [
  'How the kernel is developed, and by whom',
  'Preparing your machine: tools, space, a second system',
  'Getting the source, and finding one’s way in it',
  'Configuring, building and installing a kernel',
  'Writing a first patch: commit, message, sign-off',
  'Sending it: checkpatch, maintainers, mail',
  'Answering reviews, and sending a second version',
  'Testing: boot, selftests, KUnit',
  'Debugging: logs, oopses, traces',
  'Staying: bugs, reviews, subsystems',
];

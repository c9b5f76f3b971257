import type { Source } from './rule.ts';

const at =
  (file: string, heading: string) =>
  (phrase: string): Source => ({ file, heading, phrase });

/** The documents that say what a commit message is: each takes the key phrase. */
export const messageSources = {
  describe: at('Documentation/process/submitting-patches.rst', 'Describe your changes'),
  separate: at('Documentation/process/submitting-patches.rst', 'Separate your changes'),
  canonical: at('Documentation/process/submitting-patches.rst', 'The canonical patch format'),
  backtraces: at('Documentation/process/submitting-patches.rst', 'Backtraces in commit messages'),
  whenToPost: at('Documentation/process/5.Posting.rst', 'When to post'),
  beforePatches: at('Documentation/process/5.Posting.rst', 'Before creating patches'),
  preparation: at('Documentation/process/5.Posting.rst', 'Patch preparation'),
  changelogs: at('Documentation/process/5.Posting.rst', 'Patch formatting and changelogs'),
  research: at('Documentation/process/researcher-guidelines.rst', 'Patches'),
  stable: at(
    'Documentation/process/stable-kernel-rules.rst',
    'Everything you ever wanted to know about Linux -stable releases',
  ),
  checkpatch: at('Documentation/dev-tools/checkpatch.rst', 'Commit message'),
  uBootCheckpatch: at('doc/develop/checkpatch.rst', 'Commit message'),
  uBootConventions: at('doc/develop/sending_patches.rst', 'Commit message conventions'),
  uBootRules: at('doc/develop/sending_patches.rst', 'General Patch Submission Rules'),
} as const;

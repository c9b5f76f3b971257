import type { Source } from '../../rule.ts';

const section =
  (file: string, heading: string) =>
  (phrase: string): Source => ({ file, heading, phrase });

const SUBMITTING = 'Documentation/process/submitting-patches.rst';
const POSTING = 'Documentation/process/5.Posting.rst';
const MAILERS = 'Documentation/process/email-clients.rst';
const UBOOT = 'doc/develop/sending_patches.rst';

/** The sections that speak of the form of a patch, a mail and a series; what is given is the key phrase. */
export const writtenIn = {
  canonicalFormat: section(SUBMITTING, 'The canonical patch format'),
  patchInSubject: section(SUBMITTING, 'Include PATCH in the subject'),
  plainText: section(SUBMITTING, 'No MIME, no links, no compression, no attachments. Just plain text'),
  separateChanges: section(SUBMITTING, 'Separate your changes'),
  certificate: section(SUBMITTING, "Sign your work - the Developer's Certificate of Origin"),
  baseTree: section(SUBMITTING, 'Providing base tree information'),
  sourceTree: section(SUBMITTING, 'Obtain a current source tree'),
  whenToPost: section(POSTING, 'When to post'),
  preparation: section(POSTING, 'Patch preparation'),
  formatting: section(POSTING, 'Patch formatting and changelogs'),
  sending: section(POSTING, 'Sending the patch'),
  mailers: section(MAILERS, 'General Preferences'),
  mailersGit: section(MAILERS, 'Git'),
  ubootRules: section(UBOOT, 'General Patch Submission Rules'),
  ubootMessage: section(UBOOT, 'Commit message conventions'),
  ubootVersions: section(UBOOT, 'Sending updated patch versions'),
  ubootTags: section('doc/develop/process.rst', 'Review Process, Git Tags'),
};

import type { SampleTask } from './sampleTask.ts';

/** Mail that arrives as it was written. */
export const mailSetUp: SampleTask = {
  ...{ slug: 'mail-set-up', title: 'Set up your mail', release: 'at once', part: 0.4, required: true },
  documents: [
    { file: 'Documentation/process/email-clients.rst', heading: 'General Preferences' },
    {
      file: 'Documentation/process/submitting-patches.rst',
      heading: 'No MIME, no links, no compression, no attachments.  Just plain text',
    },
    { file: 'Documentation/process/6.Followthrough.rst', heading: 'Working with reviewers' },
  ],
  words: `Patches go by mail, and a mail that was wrapped or turned into HTML cannot be applied. You set up sending and answering
once, and test it on yourself before it costs anybody else time.

## What to do

Let git send for you. The password is for git’s credential helper, never for a file that you hand in:

~~~
git config --global user.name "Your Name"
git config --global user.email you@example.org
git config --global sendemail.smtpServer smtp.example.org
git config --global sendemail.smtpServerPort 587
git config --global sendemail.smtpEncryption tls
git config --global sendemail.smtpUser you@example.org
git config --get-regexp "^(user|sendemail)\\." > gitconfig.txt
~~~

Make a commit in a folder for trying, with a line of a hundred letters and one that begins with a tab. Send it to yourself:

~~~
git format-patch -1 --stdout > sent.patch
git send-email --annotate --to you@example.org -1
~~~

In the editor that opens, write your mark, which is shown on this page below, on a line of its own below the \`---\`.

Save the mail as it arrived, with all headers (in most programs: *show source*, *save as*), and apply it in a fresh clone:

~~~
git am --show-current-patch=diff received.eml || git am received.eml
git format-patch -1 --stdout > applied.patch
git patch-id --stable < sent.patch
git patch-id --stable < applied.patch
~~~

Then answer it from your mail program: below what you quote, plain text, and only as much quoted as you answer to.

## What to hand in

- **gitconfig.txt**, without any password;
- **received.eml**, the mail with its headers; **answer.eml**, your answer to it, the same way;
- **sent.patch** and **applied.patch**: their patch-ids are the same;
- in the statement: which program you answer with, and what you had to change in it.

A machine looks at received.eml at once: who sent it, and whether its patch came through.`,
  evidence: { needs: [{ kind: 'mail', patch: true }], mayPass: true, spotChecks: 0.1 },
};

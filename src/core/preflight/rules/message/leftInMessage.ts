import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { isSourceLine } from '../../isSourceLine.ts';
import { messageSources } from '../../messageSources.ts';
import { eachMail, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';

/** What tools left in the message and what breaks git am there. */
export const leftInMessage: readonly PreflightRule[] = [
  {
    name: 'diff-in-message',
    title: 'the message has a piece of a diff in it',
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.checkpatch('Avoid having diff content in commit message'),
      messageSources.uBootCheckpatch('Avoid having diff content in commit message'),
    ],
    covers: ['CHG-16'],
    why:
      'git am ends the message where a diff begins, and patch(1) applies even one that is only '
      + 'quoted: the rest of the message and its tags are lost.',
    next: 'Say in words what the quoted piece shows, or put a mark such as "|" before each of its lines.',
    look: eachPatch((patch) => [...cutShort(patch), ...quotedDiff(patch)]),
    examples: [
      {
        given: {
          body: 'It was broken by this:\n\n--- a/mm/slub.c\n+++ b/mm/slub.c\n@@ -1,2 +1,2 @@\n-a\n+b\n\nSo go back.',
        },
        finds: 'ends the message here',
      },
      {
        given: { body: 'It was\n\n  diff --git a/mm/slub.c b/mm/slub.c\n  @@ -1,2 +1,2 @@\n  -a\n  +b\n\nbefore.' },
        finds: 'piece of a diff',
      },
      { given: { body: 'The output of\n\n  diff -u old new\n\nis empty, and the table\n\n---------\n\nis not read.' } },
      { given: {} },
    ],
  },
  {
    name: 'change-id-left',
    title: 'a Change-Id of Gerrit is left in the message',
    group: 'message',
    severity: 'error',
    sources: [
      messageSources.checkpatch('The Change-Id line must be removed before submitting'),
      messageSources.uBootCheckpatch('The Change-Id line must be removed before submitting'),
    ],
    covers: ['CHG-16'],
    why: 'It names a review on a server that the readers of the list cannot see, and stays in the history for ever.',
    next: 'Delete the Change-Id line: git rebase -i, then reword.',
    look: eachMail((patch) =>
      patch.message.filter(({ text }) => CHANGE_ID.test(text)).map((line) => changeId(patch, line)),
    ),
    examples: [
      {
        given: {
          trailers: ['Change-Id: Ic8aaa0728a43936cd4c6e1ed590e01ba8f0fbf5b', 'Signed-off-by: A <a@made.example>'],
        },
        finds: 'Ic8aaa072',
      },
      {
        given: { body: 'Count once.\n\nChange-Id: I0123456789012345678901234567890123456789', trailers: [] },
        finds: 'I0123456',
      },
      { given: { body: 'The hook writes a line that begins with Change-Id: and the hash.' } },
      { given: { below: 'change-id: 20260101-count-0123456789ab' } },
    ],
  },
];

const CHANGE_ID = /^\s?Change-Id:\s{1,4}(I[\da-f]{8,40})\s*$/i;

const changeId = (patch: PatchMail, line: TextLine): Finding => ({
  patch,
  line,
  span: [0, line.text.length],
  what: `The message ends in Gerrit's ${CHANGE_ID.exec(line.text)?.[1]?.slice(0, 9) ?? 'Change-Id'}.`,
  ...(isSourceLine(patch.mail, line) && {
    mend: { says: 'Delete the Change-Id', edits: [{ first: line.at, count: 1, put: [] }] },
  }),
});

const SIGNED = /^Signed-off-by: /;

/** A diff in the midst of the message: what follows it, the sign-off too, is no longer the message. */
const cutShort = (patch: PatchMail): readonly Finding[] => {
  const { cut, mail, message, diff } = patch;
  if (message.some(({ text }) => SIGNED.test(text)) || /^---\s*$/.test(cut?.text ?? '')) return [];
  const at = cut?.at ?? diff[0]?.at;
  const line = mail.lines.find((one) => one.at === at);
  if (!line || !mail.lines.some((one) => one.at > line.at && SIGNED.test(one.text))) return [];
  return [
    {
      patch,
      line,
      span: [0, line.text.length],
      what: 'git am ends the message here, where a diff begins: the text and the sign-off below are lost.',
      severity: 'error',
    },
  ];
};

const quotedDiff = (patch: PatchMail): readonly Finding[] => {
  const line = patch.body.find(({ text }) =>
    /^\s+diff --git a\/\S|^\s*(?:---\s{1,4}a|\+\+\+\s{1,4}b)\/\S|^\s*@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/.test(text),
  );
  return line ? [{ patch, line, span: [0, line.text.length], what: 'The message quotes a piece of a diff.' }] : [];
};

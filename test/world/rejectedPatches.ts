/** A patch as it should not be sent: real commits by real git, then what a mailer or a person does to their mails. */
export interface RejectedPatch {
  /** What maintainers say to it. */
  readonly because: string;
  /** Each has to be among the problems. */
  readonly rules: readonly string[];
  readonly commits: readonly MadeCommit[];
  /** For git format-patch. */
  readonly options?: readonly string[];
  readonly mail?: (text: string) => string;
}

interface MadeCommit {
  readonly message: string;
  readonly edits: Readonly<Record<string, (text: string) => string>>;
  readonly author?: string;
}

const SIGNED = 'Signed-off-by: A Maker <maker@example.org>';
const WHY = `A device that sends no label leaves the old one in place, so userspace
reads the name of the device that was plugged in before.

Clear the label first.`;

/** A good message, but for what is said. */
const words = ({ subject = 'made: Clear the label first', body = WHY, trailers = SIGNED } = {}): string =>
  [subject, body, trailers].filter((part) => part !== '').join('\n\n');

const MADE = 'drivers/made/made.c';
const COUNT = '\tone->count = 1;\n';
const adding =
  (line: string) =>
  (text: string): string =>
    text.replace(COUNT, `${COUNT}${line}\n`);
const clear = adding("\tone->label[0] = '\\0';");

const commit = (message: string, path = MADE): MadeCommit => ({ message, edits: { [path]: clear } });
const code = (line: string): MadeCommit => ({ message: words(), edits: { [MADE]: adding(line) } });
const after = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

export const rejectedPatches: readonly RejectedPatch[] = [
  { because: 'Why is this needed?', rules: ['body-empty'], commits: [commit(words({ body: '' }))] },
  {
    because: 'A tool’s name is no reason.',
    rules: ['tool-is-only-reason'],
    commits: [commit(words({ subject: 'made: Fix smatch warning', body: 'Reported by smatch.' }))],
  },
  { because: 'Which subsystem?', rules: ['prefix-missing'], commits: [commit(words({ subject: 'Clear the label' }))] },
  {
    because: 'What changed since v1?',
    rules: ['version-without-changelog'],
    commits: [commit(words())],
    options: ['-v2'],
  },
  { because: 'No new BUG_ON(), please.', rules: ['bug-added'], commits: [code('\tBUG_ON(!one->label[0]);')] },
  {
    because: 'One change a patch.',
    rules: ['clean-up-mixed-in'],
    commits: [
      {
        message: words(),
        edits: { [MADE]: (text) => clear(text).replace('\tchar label[16];', '        char  label[16];') },
      },
    ],
  },
  { because: 'Not signed off.', rules: ['sign-off-missing'], commits: [commit(words({ trailers: '' }))] },
  {
    because: 'Who is the author?',
    rules: ['sign-off-not-of-author'],
    commits: [{ ...commit(words()), author: 'Eve Else <eve@else.example>' }],
  },
  {
    because: 'Twelve digits and the title, on one line.',
    rules: ['fixes-tag-malformed'],
    commits: [commit(words({ trailers: `Fixes: 12345678\n${SIGNED}` }))],
  },
  {
    because: 'There is no such commit.',
    rules: ['fixes-commit-not-found'],
    commits: [commit(words({ trailers: `Fixes: 123456789abc ("made: Begin")\n${SIGNED}` }))],
  },
  {
    because: 'HTML mail is dropped.',
    rules: ['mail-has-html'],
    commits: [commit(words())],
    mail: after(/^Subject:/m, 'MIME-Version: 1.0\nContent-Type: text/html; charset=UTF-8\nSubject:'),
  },
  {
    because: 'No attachments.',
    rules: ['patch-attached'],
    commits: [commit(words())],
    options: ['--attach'],
  },
  {
    because: 'Your mailer ate the tabs.',
    rules: ['patch-does-not-apply'],
    commits: [commit(words())],
    mail: (text) => text.replace(/\t/g, ' '),
  },
  {
    because: 'The series is not complete.',
    rules: ['series-part-missing'],
    commits: [commit(words())],
    mail: after('[PATCH]', '[PATCH 2/3]'),
  },
  {
    because: 'Which tree, net or net-next?',
    rules: ['netdev-tree-not-named'],
    commits: [commit(words({ subject: 'net: made: Clear the label first' }), 'net/made/net.c')],
  },
  {
    because: 'Bindings are a patch of their own.',
    rules: ['binding-mixed-with-driver'],
    commits: [
      {
        message: words(),
        edits: {
          [MADE]: clear,
          'Documentation/devicetree/bindings/made/ada,made.yaml': (text) => `${text}description: More\n`,
        },
      },
    ],
  },
  {
    because: 'No Gerrit ids.',
    rules: ['change-id-left'],
    commits: [commit(words({ trailers: `Change-Id: I0123456789abcdef0123456789abcdef01234567\n${SIGNED}` }))],
  },
  {
    because: 'Notes on versions do not belong into the log.',
    rules: ['version-notes-in-message'],
    commits: [commit(words({ body: `${WHY}\n\nv2: clear it earlier` }))],
    options: ['-v2'],
  },
  {
    because: 'Do not mend your own series in it.',
    rules: ['mended-in-the-same-series'],
    commits: [
      commit(words()),
      {
        message: words({ subject: 'made: Fix the label of the previous patch' }),
        edits: { [MADE]: (text) => text.replace("one->label[0] = '\\0'", 'one->label[0] = 0') },
      },
    ],
  },
  { because: 'strcpy() is deprecated.', rules: ['strcpy-added'], commits: [code('\tstrcpy(one->label, label);')] },
  {
    because: 'An option needs help.',
    rules: ['option-without-help'],
    commits: [
      {
        message: words({ subject: 'made: Add an option for labels' }),
        edits: { 'drivers/made/Kconfig': (text) => `${text}\nconfig MADE_LABEL\n\tbool "Labels"\n\tdefault y\n` },
      },
    ],
  },
  {
    because: 'KVM wants its own words in the prefix.',
    rules: ['kvm-scope-wrong'],
    commits: [commit(words({ subject: 'kvm/x86: Clear the label first' }), 'arch/x86/kvm/made.c')],
  },
  {
    because: 'Dear maintainer, this is a commit message.',
    rules: ['letter-in-message'],
    commits: [commit(words({ body: `Dear maintainers,\n\n${WHY}\n\nPlease apply.` }))],
  },
  {
    because: 'Which commit? Say its title.',
    rules: ['commit-without-title'],
    commits: [commit(words({ body: `${WHY}\n\nThis goes back to commit 123456789abc.` }))],
  },
];

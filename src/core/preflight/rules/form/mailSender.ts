import { headerOf, type TextLine } from '../../../mail/mail.ts';
import type { PatchMail, Person } from '../../../patch/patchMail.ts';
import { anyOf } from '../../anyOf.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const AUTHOR = [
  writtenIn.canonicalFormat('will be used to determine the patch author'),
  writtenIn.ubootTags('using a known identity and email address'),
];
const IDENTITY = [
  writtenIn.certificate('using a known identity'),
  { ...writtenIn.certificate('using your real name'), olderThan: '6.12' },
  writtenIn.ubootTags('using a known identity and email address'),
];
const SET_NAME = 'git config user.name "Your Name", then: git commit --amend --reset-author, and make the mail anew.';

/** More of a name is not looked at. */
const LONGEST = 200;

const FROM_LINE = /^From: [^<>]{1,200} <[^\s<>@]{1,100}@[^\s<>@]{1,200}>\s*$/;
const UNREACHABLE = anyOf(
  /@(?:localhost|[^.@]+|[^@]+\.(?:local|localdomain|lan|internal|\(none\)))$/,
  /@(?:[\w.-]+\.)?example\.(?:com|org|net)$/,
  /no-?reply/,
);

/** Who wrote a patch and who sends it. */
export const mailSender: readonly PreflightRule[] = [
  {
    name: 'author-lost-to-list',
    title: 'a mailing list put itself in the place of the author',
    group: 'mail',
    severity: 'error',
    sources: AUTHOR,
    covers: ['TAG-05'],
    why: 'The history would name the list as the author.',
    next: 'Give the mail a first line "From: Your Name <your@address>"; git send-email --from=LIST writes it.',
    look: eachPatch((patch) =>
      / via [\w.@/ -]+$/.test(patch.author.name.slice(-LONGEST).replace(/["']/g, '').trim())
        ? [
            {
              patch,
              line: fromLine(patch),
              what: `The author would be "${patch.author.name}" <${patch.author.address}>.`,
            },
          ]
        : [],
    ),
    examples: [
      {
        given: { from: 'Ada Made via slab-devel <slab-devel@lists.example>' },
        finds: 'would be "Ada Made via slab-devel"',
      },
      {
        given: {
          from: 'Ada via B4 Relay <devnull@b4.example>',
          body: 'From: Ada Made <ada@made.example>\n\nIt counts twice.',
        },
      },
      { given: {} },
    ],
  },
  {
    name: 'from-line-not-first',
    title: 'a From: line stands in the text, where git does not look for it',
    group: 'message',
    severity: 'warning',
    sources: [writtenIn.canonicalFormat('must be the very first line in the'), ...AUTHOR.slice(1)],
    covers: ['TAG-05'],
    why: 'The line stays in the message, and the wrong person becomes the author.',
    next: "Move it to the first line of the mail's text, with an empty line after it.",
    look: eachPatch((patch) => {
      const line = patch.body.find(({ text }) => FROM_LINE.test(text));
      return line
        ? [{ patch, line, what: `git would not take the author from here, but ${named(patch.author)}.` }]
        : [];
    }),
    examples: [
      { given: { body: 'It counts twice.\n\nFrom: Ben Made <ben@made.example>' }, finds: 'would not take the author' },
      { given: { body: 'From: Ben Made <ben@made.example>\n\nIt counts twice.' } },
      { given: { body: 'It counts twice.\nFrom: address 12 on' } },
    ],
  },
  {
    name: 'author-did-not-sign-first',
    title: 'somebody else than the author signed first',
    group: 'message',
    severity: 'note',
    sources: [writtenIn.canonicalFormat('only needed if the person sending the patch'), ...AUTHOR.slice(1)],
    covers: ['TAG-05'],
    why: 'The first to sign is usually who wrote it; sent on without a From: line, they lose the credit.',
    next: 'If they wrote it: git commit --amend --author="Name <address>" --no-edit, and make the mail anew.',
    look: eachPatch((patch) => {
      const { trailers, author } = patch;
      const signed = trailers.filter(({ token }) => /^signed-off-by$/i.test(token));
      const [first, ...rest] = signed;
      const isShared = trailers.some(({ token }) => /^(?:co-developed-by|co-authored-by)$/i.test(token));
      if (!first || isShared || isOf(first.value, author) || !rest.some(({ value }) => isOf(value, author))) return [];
      const line = { text: first.lines[0] ?? '', at: first.at };
      return [{ patch, line, what: `The author is ${named(author)}; did ${first.value} write it?` }];
    }),
    examples: [
      {
        given: { trailers: signed('Ben Made <ben@made.example>', 'Ada Made <ada@made.example>') },
        finds: 'did Ben Made',
      },
      { given: { trailers: signed('Ada Made <ada@made.example>', 'Ben Made <ben@made.example>') } },
      {
        given: {
          trailers: [
            'Co-developed-by: Ben <b@x.example>',
            ...signed('Ben <b@x.example>', 'Ada Made <ada@made.example>'),
          ],
        },
      },
    ],
  },
  {
    name: 'author-name-missing',
    title: 'the author has an address and no name',
    group: 'mail',
    severity: 'warning',
    sources: IDENTITY,
    covers: ['TAG-05'],
    why: 'Maintainers take contributions from people whom others can know by a name.',
    next: SET_NAME,
    look: eachPatch((patch) => {
      const name = patch.author.name.trim();
      return patch.author.address !== '' && (name === '' || name.includes('@'))
        ? [{ patch, line: fromLine(patch), what: `The author is "${name || patch.author.address}", without a name.` }]
        : [];
    }),
    examples: [
      { given: { from: 'ada@made.example <ada@made.example>' }, finds: 'without a name' },
      { given: { from: '<ada@made.example>' }, finds: 'without a name' },
      { given: {} },
    ],
  },
  {
    name: 'author-name-like-login',
    title: "the author's name looks like a login",
    group: 'mail',
    severity: 'note',
    sources: IDENTITY,
    covers: ['TAG-05'],
    why: 'The sign-off is a legal statement; maintainers ask who stands behind it.',
    next: `If it is not the name you are known by: ${SET_NAME}`,
    look: eachPatch((patch) => {
      const name = patch.author.name.trim();
      // Of a sign-off the trailers' own rule asks the same.
      if (patch.trailers.some(({ token, value }) => /^signed-off-by$/i.test(token) && value.startsWith(`${name} <`)))
        return [];
      return /^[a-z0-9][\w.-]*$/.test(name) || /^(?:root|user|unknown|admin|ubuntu|developer)$/i.test(name)
        ? [{ patch, line: fromLine(patch), what: `Is "${name}" the name by which people know you?` }]
        : [];
    }),
    examples: [
      { given: { from: 'ada99 <ada@made.example>' }, finds: 'Is "ada99"' },
      { given: { from: 'root <ada@made.example>' }, finds: 'Is "root"' },
      { given: { from: '李明 <ada@made.example>' } },
      { given: { from: 'ada99 <ada@made.example>', trailers: signed('ada99 <ada@made.example>') } },
      { given: { from: 'Randolph <ada@made.example>' } },
    ],
  },
  {
    name: 'author-not-reachable',
    title: 'nobody can write to the author',
    group: 'mail',
    severity: 'warning',
    sources: IDENTITY,
    covers: ['TAG-05'],
    why: 'Bug reports about this commit go to that address for years.',
    next: 'git config user.email you@your.address, then: git commit --amend --reset-author.',
    look: eachPatch((patch) =>
      UNREACHABLE.test(patch.author.address) || /^[^@]+$/.test(patch.author.address)
        ? [{ patch, line: fromLine(patch), what: `No mail reaches ${patch.author.address}.` }]
        : [],
    ),
    examples: [
      { given: { from: 'Ada Made <ada@laptop>' }, finds: 'reaches ada@laptop' },
      { given: { from: 'Ada Made <1+ada@users.noreply.github.com>' }, finds: 'No mail reaches' },
      { given: { from: 'Ada Made <ada at made.example>' }, finds: 'reaches ada at' },
      { given: { from: 'Ada Made <ada@mail.local.made.io>' } },
      { given: {} },
    ],
  },
  {
    name: 'sender-not-in-settings',
    title: 'the mail is neither from you nor by you',
    group: 'mail',
    severity: 'note',
    sources: [writtenIn.formatting('only necessary if you are passing on somebody')],
    covers: ['TAG-05'],
    why: "Servers drop mail whose From: is not its sender's, and the person named did not send it.",
    next: 'git send-email sets From: to you and names the author in the text; do not send the file in another way.',
    look: ({ series: { patches }, facts: { settings } }) => {
      if (!settings.known) return { unknown: settings.because, settle: settings.settle };
      const you = settings.value.address?.toLowerCase();
      if (you === undefined) return undefined;
      return patches
        .filter(
          ({ sender, trailers }) =>
            sender.address.toLowerCase() !== you && !trailers.some(({ value }) => value.toLowerCase().includes(you)),
        )
        .slice(0, 1)
        .map(
          (patch): Finding => ({
            patch,
            line: fromLine(patch),
            what: `The mail is from ${named(patch.sender)}, you are ${you}, and have not signed it: is it yours to send?`,
          }),
        );
    },
    examples: [
      { given: {}, facts: you('ben@made.example'), finds: 'is it yours to send' },
      { given: {}, facts: you('Ada@made.example') },
      { given: { from: 'Ben Made <ben@made.example>' }, facts: you('ada@made.example') },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
];

const named = ({ name, address }: Person): string => `${name} <${address}>`.trim();

const isOf = (value: string, { name, address }: Person): boolean => {
  const [folded, person] = [value.toLowerCase(), name.toLowerCase()];
  return folded.includes(address.toLowerCase()) || (person !== '' && folded.startsWith(person));
};

/** Where the author is read from. */
const fromLine = (patch: PatchMail): TextLine => {
  const inBody = patch.inBody.find(({ text }) => /^From:/i.test(text));
  const header = headerOf(patch.mail, 'From');
  if (inBody) return inBody;
  // Without the header a line is shown that the file has.
  return header
    ? { text: `From: ${header.value}`, at: header.at }
    : { text: patch.mail.source[0] ?? '', at: patch.mail.at };
};

// What follows is used by the examples above, hence hoisted.
function signed(...people: readonly string[]): readonly string[] {
  return people.map((person) => `Signed-off-by: ${person}`);
}

function you(address: string) {
  return { settings: { known: true, value: { address, values: new Map() } } } as const;
}

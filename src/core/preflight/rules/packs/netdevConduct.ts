import type { Reply } from '../../facts.ts';
import { known } from '../../known.ts';
import type { Checked, Looked, PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { addressedTo, atHeader, isAddressed, sameAddress } from '../recipients/addressedTo.ts';
import { isFix } from './saysFix.ts';

const file = 'Documentation/process/maintainer-netdev.rst';
const NET = { group: 'subsystem', pack: 'netdev' } as const;
const diff = exampleDiff('net/ipv4/tcp.c', [' {', '-\ta();', '+\tb();', ' }']);
const reply = (says: string, address = 'ada@made.example'): Reply => ({
  name: 'Ada Made',
  address,
  messageId: 'r1',
  to: 'p1',
  trailers: [],
  says,
});
const thread = (...replies: readonly Reply[]) => known({ versions: [], replies });

// `Hi all, gentle ping?`
const PING = new RegExp(
  [
    '^\\W{0,20}(?:(?:hi|hello|dear)\\b[^.!?\\n]{0,30}[,!]?\\s+)?',
    '(?:just )?(?:a )?(?:(?:gentle|friendly|kind|another)\\s+)?(?:ping|bump)\\b.{0,15}$',
  ].join(''),
  'i',
);

const pinged = ({ series, facts }: Checked): Looked => {
  const [patch] = series.mails;
  // Only a thread that was named can hold one.
  if (!patch || !facts.thread.known) return undefined;
  const own = new Set(
    series.mails.flatMap(({ sender, author }) => [sameAddress(sender.address), sameAddress(author.address)]),
  );
  const found = facts.thread.value.replies.find(
    ({ address, says }) => own.has(sameAddress(address)) && PING.test(says.trim()),
  );
  return found
    ? [{ patch, what: `In the thread stands a mail of yours that says no more than "${found.says.trim()}".` }]
    : [];
};

const ROBOTS = '(?:CI|NIPA|bots?|patchwork checks?)';
const TO_TRY = new RegExp(
  `\\b(?:just|only|purely)\\b.{0,30}\\b${ROBOTS}\\b|\\b(?:trigger|exercise|kick)\\w*\\b.{0,20}\\b${ROBOTS}\\b`,
);

const postedToTry = ({ series }: Checked): Looked => {
  for (const patch of series.mails) {
    const line = [...(patch.isCover ? patch.body : []), ...patch.below].find(({ text }) =>
      TO_TRY.test(text.slice(0, 300)),
    );
    if (line) return [{ patch, line, what: 'Is this posted to have the robots test it, and not yet to be applied?' }];
  }
  return [];
};

const PUBLIC =
  /@(?:[\w-]+\.)*vger\.kernel\.org$|@(?:[\w-]+\.)*lists?\.|@googlegroups\.com$|^security@kernel\.org$|@kvack\.org$/;

const sentPrivately = ({ series }: Checked): Looked => {
  if (!series.mails.some(isAddressed) || !series.patches.some(isFix)) return undefined;
  if (series.mails.some((mail) => [...addressedTo(mail)].some((address) => PUBLIC.test(address)))) return [];
  const patch = series.patches.find(isAddressed);
  return patch ? [{ ...atHeader(patch), what: `"${patch.subject.text}" goes to people only, to no list.` }] : [];
};

const otherTree = ({ series, facts }: Checked): Looked => {
  const [patch] = series.mails;
  const { version } = facts;
  if (!patch || !version) return undefined;
  // linux-next says so in a file of its own.
  const isNext = facts.isInTree('localversion-next');
  if (version.sublevel === 0 && !isNext) return [];
  const seen = isNext ? 'linux-next' : `the stable release ${version.text}`;
  return [{ patch, what: `Was it tested on net or net-next, too? The tree here is ${seen}.` }];
};

const madeOn = (sublevel: number) => ({
  version: { text: `6.12.${sublevel}`, version: 6, patchlevel: 12, sublevel, extra: '' },
  isInTree: () => false,
});

/** How one behaves on netdev. */
export const netdevConduct: readonly PreflightRule[] = [
  {
    ...NET,
    name: 'netdev-pinged-bare',
    title: 'a mail that only says ping',
    severity: 'note',
    sources: [{ file, heading: 'Review timelines', phrase: 'Emails saying just "ping" or "bump" are' }],
    covers: ['NET-12'],
    why: 'It tells the maintainers nothing, and everybody on the list gets it.',
    next: 'Look at the state in patchwork; then write what you think the next step is, and ask whether that is right.',
    look: pinged,
    examples: [
      { given: { diff }, facts: { thread: thread(reply('Gentle ping?')) }, finds: '"Gentle ping?"' },
      { given: { diff }, facts: { thread: thread(reply('Shall I drop patch 2 and post again?')) } },
      { given: { diff }, facts: { thread: thread(reply('ping', 'bo@other.example')) } },
      { given: { diff }, facts: { thread: thread(reply('ping6 fails with this, too; shall I mend that?')) } },
      { given: { diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-posted-to-be-tested',
    title: 'a posting for the robots',
    severity: 'note',
    sources: [{ file, heading: 'patchwork checks', phrase: 'your patches just to run them through' }],
    covers: ['NET-15'],
    why: 'The machines behind the checks are few, and each posting goes to thousands of people.',
    next: 'Run the checks yourself: they are in https://github.com/linux-netdev/nipa/tree/master/tests.',
    look: postedToTry,
    examples: [
      { given: { diff, below: 'This is just for CI, please do not apply.' }, finds: 'to have the robots test it' },
      { given: { diff, below: 'v2: mended what the bot found.' } },
      { given: { diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-fix-sent-privately',
    title: 'a fix goes to people only',
    severity: 'warning',
    sources: [{ file, heading: 'Security fixes', phrase: 'mailing lists and not reach out directly' }],
    covers: ['NET-17'],
    why: 'The networking maintainers work in public; what is sent to them alone is asked for again on the list.',
    next: 'Send it to netdev@vger.kernel.org; if it must stay secret for now, to security@kernel.org.',
    look: sentPrivately,
    examples: [
      {
        given: { subject: '[PATCH net] tcp: fix a leak', diff, headers: { To: 'max@maintain.example' } },
        finds: 'to no list',
      },
      { given: { subject: '[PATCH net] tcp: fix a leak', diff, headers: { To: 'netdev@vger.kernel.org' } } },
      { given: { subject: '[PATCH net] tcp: fix a leak', diff, headers: { To: 'security@kernel.org' } } },
      { given: { subject: '[PATCH net] tcp: fix a leak', diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-made-on-other-tree',
    title: 'made and tested on a tree that is not of the network',
    severity: 'note',
    sources: [{ file, heading: 'Expected level of testing', phrase: 'and not e.g. a stable tree or' }],
    covers: ['NET-14'],
    why: 'What works there may not even apply on net or net-next, where it would go in.',
    next: 'Fetch https://git.kernel.org/pub/scm/linux/kernel/git/netdev/net-next.git, rebase and test on it.',
    look: otherTree,
    examples: [
      { given: { diff }, facts: madeOn(5), finds: 'the stable release 6.12.5' },
      { given: { diff }, facts: { ...madeOn(0), isInTree: () => true }, finds: 'is linux-next' },
      { given: { diff }, facts: madeOn(0) },
      { given: { diff } },
    ],
  },
];

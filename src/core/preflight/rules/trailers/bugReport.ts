import { namedPerson, personText } from '../../../patch/namedPerson.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Trailer } from '../../../patch/trailer.ts';
import { anyOf } from '../../anyOf.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { editLines } from './editLines.ts';
import { trailerLine, trailersNamed, valueSpan } from './trailersNamed.ts';

const SUBMIT = 'Documentation/process/submitting-patches.rst';
const DESCRIBE = { file: SUBMIT, heading: 'Describe your changes' };
const TAGS = { file: SUBMIT, heading: 'Using Reported-by:, Tested-by:, Reviewed-by:, Suggested-by: and Fixes:' };
const POSTING = { file: 'Documentation/process/5.Posting.rst', heading: 'Patch formatting and changelogs' };
const UBOOT = { file: 'doc/develop/process.rst', heading: 'Review Process, Git Tags' };

const onValue = (patch: PatchMail, trailer: Trailer, what: string): Finding => ({
  patch,
  line: trailerLine(trailer),
  span: valueSpan(trailer),
  what,
});

/** Reports that no link follows. Several reporters may share the link below them. */
const unlinked = eachPatch((patch) => {
  let open: Trailer[] = [];
  const left: Trailer[] = [];
  for (const trailer of patch.trailers) {
    const token = trailer.token.toLowerCase();
    if (/^reported(?:-and-[a-z]+)*-by$/.test(token)) open.push(trailer);
    else if (token === 'closes' || token === 'link') open = [];
    else if (token === 'signed-off-by') {
      left.push(...open);
      open = [];
    }
  }
  return [...left, ...open].map((trailer) =>
    onValue(patch, trailer, `The report of ${personText(namedPerson(trailer.value))} is not linked.`),
  );
});

const noUrl = eachPatch((patch) =>
  trailersNamed(patch, 'closes')
    .filter(({ value }) => !/^<?https?:\/\/[^\s/]+\.[^\s/]+\/\S/i.test(value))
    .map((trailer) =>
      onValue(patch, trailer, `"${trailer.value.slice(0, 100)}" is no address of a report on the web.`),
    ),
);

const PRIVATE = anyOf(
  /^<?https?:\/\/(?:127|10)(?:\.\d{1,3}){3}(?![\w.])/,
  /^<?https?:\/\/(?:192\.168(?:\.\d{1,3}){2}(?![\w.])|172\.(?:1[6-9]|2\d|3[01])\.\d)/,
  /^<?https?:\/\/[^\s/.:]+(?:[:/]|$)/,
  /^<?https?:\/\/[^\s/]*\.(?:corp|internal|intranet|local|lan|home|localdomain)(?:[:/]|$)/,
  /^<?https?:\/\/[^\s/]*\.corp\./,
);

const closed = eachPatch((patch) =>
  trailersNamed(patch, 'closes', 'link')
    .filter(({ value }) => PRIVATE.test(value))
    .map((trailer) =>
      onValue(patch, trailer, `"${trailer.value.slice(0, 100)}" is on a machine that others do not reach.`),
    ),
);

const HOSTS =
  /lkml\.org\/lkml|marc\.info|spinics\.net\/lists|[a-z.]*mail-archive\.com|lkml\.iu\.edu|lkml\.kernel\.org\/r/;
const ELSEWHERE = new RegExp(`https?://(?:www\\.)?(${HOSTS.source})/?[^\\s>)\\]]{0,300}`, 'i');

const notOnLore = eachPatch((patch) =>
  patch.message.flatMap((line): readonly Finding[] => {
    const found = ELSEWHERE.exec(line.text.slice(0, 2000));
    if (!found) return [];
    const [url, where = ''] = found;
    const isRedirect = where.toLowerCase() === 'lkml.kernel.org/r';
    const put = line.text.replace(/https?:\/\/lkml\.kernel\.org\/r/i, 'https://lore.kernel.org/r');
    return [
      {
        patch,
        line,
        span: [found.index, found.index + url.length],
        what: `The mail is linked at ${where.split('/')[0]}.`,
        ...(isRedirect && editLines(patch, 'Link to lore.kernel.org', [{ line, put: [put] }])),
      },
    ];
  }),
);

const SYZBOT = /^syzbot\+[0-9a-f]{12,40}@syzkaller\.appspotmail\.com$/i;

const syzbotForm = eachPatch((patch) => {
  const reports = trailersNamed(patch, 'reported-by').filter(({ value }) => /syzbot|syzkaller/i.test(value));
  const ids = new Set(
    patch.message.flatMap(({ text }) =>
      [...text.slice(0, 2000).matchAll(/extid=([0-9a-f]{12,40})/gi)].map(([, id = '']) => id.toLowerCase()),
    ),
  );
  return reports.flatMap((trailer): readonly Finding[] => {
    const { address } = namedPerson(trailer.value);
    if (!SYZBOT.test(address))
      return [onValue(patch, trailer, `"${trailer.value}" has not the id of a syzbot report.`)];
    const id = /\+([0-9a-f]+)@/i.exec(address)?.[1]?.toLowerCase() ?? '';
    if (ids.size === 0 || ids.has(id)) return [];
    return [onValue(patch, trailer, `The tag is for report ${id}, the link for ${[...ids].join(', ')}.`)];
  });
});

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const given = (...trailers: readonly string[]) => ({ trailers: [...trailers, SIGNED] });
const BO = 'Reported-by: Bo Other <bo@other.example>';
const LORE = 'https://lore.kernel.org/r/20261123.1@made.example';

/** Who reported the bug, and where that can be read. */
export const bugReport: readonly PreflightRule[] = [
  {
    name: 'report-not-linked',
    title: 'a Reported-by without a link to the report',
    group: 'trailers',
    severity: 'warning',
    sources: [{ ...TAGS, phrase: 'followed by a Closes: tag pointing' }],
    covers: ['TAG-09', 'TAG-16'],
    why: 'The report tells what users saw; bots close it when the fix is in.',
    next: 'Below it add "Closes: URL" ("Link: URL" for a part of it). Reported in private? Ask before naming them.',
    look: unlinked,
    examples: [
      { given: given(BO), finds: 'The report of Bo Other' },
      { given: given(BO, 'Tested-by: Bo Other <bo@other.example>', `Closes: ${LORE}`) },
      { given: given(BO, `Link: ${LORE}`) },
      { given: {} },
    ],
  },
  {
    name: 'closes-without-url',
    title: 'Closes does not hold a web address',
    group: 'trailers',
    severity: 'error',
    sources: [{ ...DESCRIBE, phrase: 'Private bug trackers and invalid URLs are forbidden' }],
    covers: ['TAG-10'],
    why: 'Trackers and bots follow this address; a number means something only in one tracker.',
    next: 'Write the whole address of the public report: Closes: https://…',
    look: noUrl,
    examples: [
      { given: given('Closes: #1234'), finds: 'is no address' },
      { given: given('Closes: bugzilla 1234'), finds: 'is no address' },
      { given: given(`Closes: ${LORE}`) },
      { given: given('Closes: https://bugs.made.example/1 # the first half') },
    ],
  },
  {
    name: 'report-not-public',
    title: 'a link to a place that others do not reach',
    group: 'trailers',
    severity: 'error',
    sources: [{ ...DESCRIBE, phrase: 'Private bug trackers and invalid URLs are forbidden' }],
    covers: ['TAG-10'],
    why: 'The history is read by everybody; a link that only your company opens tells them nothing.',
    next: 'Link a public report, or describe in the message what it says and drop the link.',
    look: closed,
    examples: [
      { given: given('Closes: http://bugs.corp/1234'), finds: 'others do not reach' },
      { given: given('Closes: http://192.168.1.4/b/1'), finds: 'others do not reach' },
      { given: given('Link: http://tracker/b/1'), finds: 'others do not reach' },
      { given: given(`Closes: ${LORE}`, 'Link: https://10.example.net/a', 'Link: https://localhost.example/a') },
    ],
  },
  {
    name: 'mail-link-not-on-lore',
    title: 'a mail linked in another archive than lore',
    group: 'trailers',
    severity: 'warning',
    sources: [{ ...DESCRIBE, phrase: 'preferably use the lore.kernel.org message archiver' }],
    covers: ['TAG-11'],
    why: 'A link to lore holds the Message-ID, so the mail is found again even when the archive is gone.',
    next: 'Find the mail there and write: Link: https://lore.kernel.org/r/MESSAGE-ID',
    look: notOnLore,
    examples: [
      { given: given('Link: https://lkml.org/lkml/2020/1/2/3'), finds: 'at lkml.org' },
      { given: { body: 'See https://marc.info/?l=linux-mm&m=1 for more.' }, finds: 'at marc.info' },
      { given: given('Link: https://lkml.kernel.org/r/1@made.example'), finds: 'at lkml.kernel.org' },
      { given: given(`Link: ${LORE}`, 'Link: https://patch.msgid.link/1@made.example') },
    ],
  },
  {
    name: 'syzbot-report-without-id',
    title: 'a syzbot report that its tag does not name',
    group: 'trailers',
    severity: 'warning',
    sources: [
      { ...POSTING, phrase: 'tag: Full Name <email address>' },
      { ...UBOOT, phrase: 'problem reported by somebody else' },
    ],
    covers: ['TAG-18'],
    why: 'syzbot closes a bug when it sees the bug’s own address in a commit; with another it stays open.',
    next: 'Copy the line from the report: Reported-by: syzbot+ID@syzkaller.appspotmail.com',
    look: syzbotForm,
    examples: [
      { given: given('Reported-by: syzbot <syzbot@syzkaller.appspotmail.com>'), finds: 'has not the id' },
      {
        given: given(
          'Reported-by: syzbot+00112233445566778899@syzkaller.appspotmail.com',
          'Closes: https://syzkaller.appspot.com/bug?extid=99887766554433221100',
        ),
        finds: 'the link for 9988',
      },
      {
        given: given(
          'Reported-by: syzbot+00112233445566778899@syzkaller.appspotmail.com',
          'Closes: https://syzkaller.appspot.com/bug?extid=00112233445566778899',
        ),
      },
      { given: given(BO) },
    ],
  },
];

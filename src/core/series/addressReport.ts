import type { WrittenTrailer } from '../patch/trailer.ts';

/** What a report asks to be written into the patch that mends it. */
export interface ReportTrailers {
  /** In the order in which they are written: who reported it, and where that can be read. */
  readonly found: readonly FoundTrailer[];
  /** What is missing or may not be written without asking, and what to do about it. */
  readonly missing: readonly string[];
}

export interface FoundTrailer {
  readonly trailer: WrittenTrailer;
  readonly seen: string;
}

/** What an address tells: `syzbot+ID@…`, a bug on the web, a mail in an archive, or the bare id of a syzbot bug. */
export const addressReport = (address: string): ReportTrailers => {
  const bare = address.replace(/^<|>$/g, '');
  const id = SYZBOT.map((pattern) => pattern.exec(bare)?.[1]).find((one) => one !== undefined);
  if (id !== undefined) return syzbotReport(id.toLowerCase());
  const [, host, path = ''] = /^https?:\/\/([^\s/?#]+)(\/[^\s]*)?$/i.exec(bare) ?? [];
  if (host === undefined) return { found: [], missing: [NO_ADDRESS] };
  if (isPrivate(host)) return { found: [], missing: [privateHost(host)] };
  if (/^syzkaller\.appspot\.com$/i.test(host)) return { found: [closes(bare)], missing: [SYZBOT_PAGE] };
  const isMail = /^(?:lore\.kernel\.org|lkml\.kernel\.org|patch\.msgid\.link)$/i.test(host) && path.includes('@');
  return { found: [closes(bare)], missing: [isMail ? mailPage(bare) : TRACKER] };
};

/** Who reported a bug that syzbot found is in the address: it counts the mends by it. */
export const syzbotReport = (id: string): ReportTrailers => ({
  found: [
    {
      trailer: { token: 'Reported-by', value: `syzbot+${id}@syzkaller.appspotmail.com` },
      seen: 'By this address syzbot knows that its bug is mended.',
    },
    {
      trailer: { token: 'Closes', value: `https://syzkaller.appspot.com/bug?extid=${id}` },
      seen: 'This is the page of that bug.',
    },
  ],
  missing: [],
});

const SYZBOT: readonly RegExp[] = [
  /^syzbot\+([0-9a-f]{12,40})@syzkaller\.appspotmail\.com$/i,
  /^https?:\/\/syzkaller\.appspot\.com\/bug\?(?:[^#]*&)?extid=([0-9a-f]{12,40})(?:[&#]|$)/i,
  /^([0-9a-f]{20})$/i,
];

/** Whether only some people reach a host; as the gate's rule on private trackers has it. */
const isPrivate = (host: string): boolean => {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!name.includes('.') || name.includes('@')) return true;
  if (/\.(?:corp|internal|intranet|local|lan|home|localdomain)$|\.corp\./.test(name)) return true;
  return /^(?:127|10)(?:\.\d{1,3}){3}$|^192\.168(?:\.\d{1,3}){2}$|^172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}$/.test(
    name,
  );
};

const closes = (url: string) => ({
  trailer: { token: 'Closes', value: url },
  seen: 'This is the address that you gave.',
});

const NO_ADDRESS =
  'This is neither a web address, nor the address or id of a syzbot bug. Name the report as one of these, or as the file'
  + ' of a mail.';

const privateHost = (host: string): string =>
  `${host.slice(0, 200)} is not reached by others, so the address helps nobody. Leave it out, and tell in the message what`
  + ' was seen.';

const SYZBOT_PAGE =
  'This address does not tell which Reported-by: syzbot waits for. Its page does: copy that line from there, or name the'
  + ' address with extid= in it.';

const TRACKER =
  'Who reported it stands on that page. If they show name and mail address there, write above this line: Reported-by: NAME'
  + ' <ADDRESS>. Otherwise ask them first.';

const mailPage = (url: string): string =>
  `Who reported it stands in that mail. Save it (${url.replace(/\/+$/, '').slice(0, 300)}/raw) and name the file; the tag is`
  + ' made from it.';

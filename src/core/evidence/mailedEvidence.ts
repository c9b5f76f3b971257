import { latin1 } from '../latin1.ts';
import { headerOf, type Mail } from '../mail/mail.ts';
import { readMail } from '../mail/readMail.ts';
import type { PatchMail } from '../patch/patchMail.ts';
import { readPatchMail } from '../patch/readPatchMail.ts';
import type { EvidenceCheck, Piece } from './evidence.ts';

export interface MailNeeds {
  /** Whether a patch has to be in it, and to have survived the way. */
  readonly patch: boolean;
}

/**
 * Looks at a mail as it arrived: whose it is, which program sent it, whether its text is still a patch.
 * `Documentation/process/email-clients.rst`, "General Preferences"; `Documentation/process/submitting-patches.rst`.
 */
export const mailedEvidence = (piece: Piece, needs: MailNeeds, nonce: string): readonly EvidenceCheck[] => {
  const mail = readMail(latin1(piece.bytes), { file: piece.name, at: 1 });
  const read = readPatchMail(mail);
  return [
    whole(mail),
    marked(mail, read, nonce),
    sender(mail, read),
    plain(mail),
    ...(needs.patch ? [asPatch(read)] : []),
  ];
};

const ONCE = ['From', 'Subject', 'Date', 'Message-ID'] as const;

const whole = (mail: Mail): EvidenceCheck => {
  const odd = ONCE.find(
    (name) => mail.headers.filter((header) => header.name.toLowerCase() === name.toLowerCase()).length !== 1,
  );
  const check = 'a mail as it arrived';
  if (odd === undefined) return { check, needed: true, verdict: 'holds', seen: 'It has its headers, each once.' };
  return {
    ...{ check, needed: true, verdict: 'unknown', seen: `Its header has not exactly one ${odd}.` },
    settle: 'git send-email --to=ADDRESS FILE.patch',
  };
};

const marked = (mail: Mail, { subject }: PatchMail, nonce: string): EvidenceCheck => {
  const check = 'your own mark';
  const at = subject.text.includes(nonce) ? subject.at : mail.lines.find(({ text }) => text.includes(nonce))?.at;
  if (at !== undefined) return { check, needed: true, verdict: 'holds', seen: 'Your mark stands in it.', line: at };
  return {
    ...{ check, needed: true, verdict: 'fails', seen: 'Your mark is neither in its subject nor in its text.' },
    settle: `Write ${nonce} below the --- of the patch, and send it again`,
  };
};

/** Both name themselves; and where that is turned off, their Message-IDs have a form of their own. */
const PROGRAMS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['git send-email', /^git-send-email [\d.]+/, /^\d{14}\.\d+-\d+-[^@\s]+@/],
  ['b4', /^b4 [\w.-]+/, /^\d{8}-[\w-]+-v\d+-\d+-[\da-f]{12}@/],
];

const sender = (mail: Mail, { messageId }: PatchMail): EvidenceCheck => {
  const check = 'sent by git send-email or b4';
  const named = headerOf(mail, 'X-Mailer') ?? headerOf(mail, 'User-Agent');
  const said = named?.value ?? '';
  const found = PROGRAMS.find(([, says, id]) => says.test(said) || (said === '' && id.test(messageId)));
  const line = named?.at ?? headerOf(mail, 'Message-ID')?.at;
  const where = line === undefined ? {} : { line };
  if (found) {
    const seen = said === '' ? `Its Message-ID has the form that ${found[0]} gives.` : `It says ${said.slice(0, 60)}.`;
    return { check, needed: true, verdict: 'holds', seen, ...where };
  }
  const seen = said === '' ? 'It does not say which program sent it.' : `It was sent by ${said.slice(0, 60)}.`;
  return {
    check,
    needed: true,
    verdict: said === '' ? 'unknown' : 'fails',
    seen,
    settle: 'git send-email FILE.patch',
    ...where,
  };
};

const plain = (mail: Mail): EvidenceCheck => {
  const check = 'plain text';
  const html = mail.parts.find(({ type }) => type === 'text/html');
  const flowed = mail.parts.find(({ isFlowed }) => isFlowed);
  const odd = html ?? flowed;
  if (!odd) return { check, needed: true, verdict: 'holds', seen: 'It is plain text, unwrapped.' };
  return {
    ...{ check, needed: true, verdict: 'fails', line: odd.at },
    seen: html ? 'It has a part in HTML, which lists refuse.' : 'Its text is format=flowed, which breaks patches.',
    settle: 'git send-email FILE.patch: it sends plain text as it stands',
  };
};

const asPatch = ({ diff, damage, mail }: PatchMail): EvidenceCheck => {
  const check = 'its text is still a patch';
  const needed = true;
  const first = damage[0] ?? mail.damage?.map(({ kind, at }) => ({ what: `${kind} is damaged`, at }))[0];
  if (first) {
    const { what, at } = first;
    const settle = 'git am MAIL says the same; send it by git send-email, not by a mail program';
    return { check, needed, verdict: 'fails', seen: `It broke on the way: ${what}.`, line: at, settle };
  }
  if (diff.length === 0) {
    return { check, needed, verdict: 'fails', seen: 'There is no diff in it.', settle: 'git format-patch -1' };
  }
  const files = diff.map(({ path }) => path);
  return {
    check,
    needed,
    verdict: 'holds',
    seen: `It changes ${files.slice(0, 3).join(', ')}${files.length > 3 ? ' and more' : ''}.`,
  };
};

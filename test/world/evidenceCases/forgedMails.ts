import type { EvidenceCase } from './evidenceCase.ts';
import { MAIL, MINE, OTHER } from './realEvidence.ts';

const MAILED = { kind: 'mail', patch: true } as const;
const PATCH = { kind: 'patch', applies: false, passesCheck: false, marked: true } as const;
const AUTHORED = { ...PATCH, marked: false } as const;
const [HEAD = '', ...BODY] = MAIL.split(/\r?\n\r?\n/);
const body = BODY.join('\n\n');
const withHead = (change: (head: string) => string): string => `${change(HEAD)}\n\n${body}`;
const wrapped = body.replace(/^(.{60}\S*) /gm, '$1\n');

/** Mails and patches that did not come so, or are another's. */
export const forgedMails: readonly EvidenceCase[] = [
  { what: 'somebody else’s mail', text: MAIL, need: MAILED, nonce: OTHER, outcome: 'fails' },
  {
    what: 'the mark in a header that nobody sees',
    text: withHead((head) => `${head}\nX-Mark: ${OTHER}`),
    need: MAILED,
    nonce: OTHER,
    outcome: 'fails',
  },
  {
    what: 'sent by a mail program',
    text: withHead((head) => head.replace(/^X-Mailer: .*$/m, 'User-Agent: Mozilla Thunderbird')),
    need: MAILED,
    outcome: 'fails',
  },
  {
    what: 'sent by a program that does not say its name',
    text: withHead((head) => head.replace(/^X-Mailer: .*\r?\n/m, '').replace(/^(Message-Id: <).*@/im, '$1CAF4x7y@')),
    need: MAILED,
    outcome: 'unknown',
  },
  {
    what: 'in HTML too',
    text: withHead((head) => `${head}\nContent-Type: text/html; charset=utf-8`),
    need: MAILED,
    outcome: 'fails',
  },
  {
    what: 'as format=flowed',
    text: withHead((head) => `${head}\nContent-Type: text/plain; charset=utf-8; format=flowed`),
    need: MAILED,
    outcome: 'fails',
  },
  {
    what: 'its lines wrapped on the way',
    text: `${HEAD}\n\n${wrapped.replace('\n+\tif (puts("hello") ==', '\n+\tif (puts("hello")\n==')}`,
    need: MAILED,
    outcome: 'fails',
  },
  {
    what: 'its tabs made blanks',
    text: `${HEAD}\n\n${body.replace(/^ return/m, 'return').replaceAll('\t', '    ')}`,
    need: MAILED,
    outcome: 'holds',
  },
  { what: 'no patch in it', text: `${HEAD}\n\nHello, this is ${MINE}.\n`, need: MAILED, outcome: 'fails' },
  {
    what: 'two senders',
    text: withHead((head) => `From: B <b@example.org>\n${head}`),
    need: MAILED,
    outcome: 'unknown',
  },
  { what: 'the text of a mail, without its head', text: body, need: MAILED, outcome: 'unknown' },
  {
    what: 'the name of git send-email typed into a mail program’s header',
    text: withHead((head) => head.replace(/^X-Mailer: .*$/m, 'X-Mailer: git-send-email 2.47.1')),
    need: MAILED,
    outcome: 'holds',
  },
  { what: 'a patch cut in half', text: MAIL.slice(0, MAIL.indexOf('+\t\treturn 1')), need: PATCH, outcome: 'fails' },
  { what: 'somebody else’s patch', text: MAIL, need: PATCH, nonce: OTHER, outcome: 'fails' },
  {
    what: 'somebody else’s patch under one’s own name',
    text: MAIL,
    need: AUTHORED,
    facts: { address: 'eve@example.org' },
    outcome: 'unknown',
  },
  {
    what: 'the author’s line changed to one’s own',
    text: MAIL.replaceAll('maker@example.org', 'eve@example.org'),
    need: AUTHORED,
    facts: { address: 'eve@example.org' },
    outcome: 'holds',
  },
];

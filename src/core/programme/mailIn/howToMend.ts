import type { ReadMail } from './sentMail.ts';

/** Why a mail is no submission. */
export type RefusedBecause = 'html' | 'odd sender' | 'empty' | Extract<ReadMail, { kind: 'unreadable' }>['because'];

/** What is wrong with it, and what to do: paragraphs for the answer. */
export const howToMend = (because: RefusedBecause): { readonly because: string; readonly howToMend: string[] } => {
  const [why, ...how] = WORDS[because];
  return { because: why, howToMend: how };
};

const PLAIN = [
  'Kernel lists throw such mails away unread, so it is worth to set up once. What works:',
  '- git send-email sends plain text as it is; for patches it is the way to go.\n'
    + '- mutt and neomutt write plain text from the start.\n'
    + '- Thunderbird: Account Settings, Composition & Addressing, take away "Compose messages in HTML format"; for one '
    + 'mail, hold Shift as you press Write or Reply.\n'
    + '- In a browser (Gmail and others), choose "Plain text mode" in the menu of the window in which you write; patches '
    + 'sent from there are damaged all the same.',
  'The kernel tree says it for every mail program: Documentation/process/email-clients.rst.',
];

const AGAIN = 'Send it again to the same address.';

const WORDS: { readonly [Because in RefusedBecause]: readonly [string, ...string[]] } = {
  html: ['it has an HTML part.', ...PLAIN, AGAIN],
  'odd sender': [
    'its From line does not name exactly one plain address (it has none, several, a group, or an encoded one).',
    'Set one From address in your mail program, with the name before it in the usual way: Ada Made <ada@made.example>. '
      + 'For git: git config user.email, and sendemail.from where you set it.',
    AGAIN,
  ],
  empty: ['it has no text and no file.', 'Say in a sentence or two what you did, and attach what shows it.', AGAIN],
  'nested too deep': [
    'its parts lie in one another more than 20 deep.',
    'Do not forward a forwarded mail: write a new one and attach the files themselves.',
  ],
  'header too large': ['its headers are larger than 256 KB.', 'Write a new mail instead of answering a long thread.'],
  damaged: ['it could not be read.', ...PLAIN, AGAIN],
  'too slow': [
    'reading it took longer than we give to one mail.',
    'Send the text alone first; put files into one archive (tar.gz).',
  ],
};

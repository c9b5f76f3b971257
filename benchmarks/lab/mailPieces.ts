import type { MarkOf } from './lab.ts';
import { type MadePiece, pieceOf } from './madePiece.ts';
import { type MailOrder, sendMails } from './sendMails.ts';

type Seven = [string, string, string, string, string, string, string];

const LONG = `static const char *long_line = "${'a line of more than a thousand letters '.repeat(30)}";`;

const commit = (subject: string, body: string, line = 'int greeter;') => ({ subject, body, line });

/** What people send, each with the mark somewhere else. */
const orders = (markOf: MarkOf): readonly { what: string; nonce: string; patch: boolean; order: MailOrder }[] => {
  const [one, two, three, four, five, six, seven] = Array.from({ length: 7 }, (_, at) => markOf(`mail ${at}`)) as Seven;
  const why = 'Whoever reads the log wants to know who was here.';
  return [
    {
      ...{ what: 'a patch, the mark in its subject', nonce: one, patch: true },
      order: { commits: [commit(`lib/greeter: say hello to ${one}`, why)] },
    },
    {
      ...{ what: 'a patch, the mark below its ---', nonce: two, patch: true },
      order: { commits: [commit('lib/greeter: say hello', why)], note: `For my task: ${two}` },
    },
    {
      ...{ what: 'a patch whose author and text are not ASCII, the mark in its text', nonce: three, patch: true },
      order: { commits: [commit('lib/greeter: greet Jürgen', `Grüße — ${three} 你好.`)], author: 'Jürgen Žák' },
    },
    {
      ...{ what: 'a patch with a line of a thousand letters', nonce: four, patch: true },
      order: { commits: [commit('lib/greeter: say more', `${why}\n\n${four}`, LONG)] },
    },
    {
      ...{ what: 'a series of three with a cover letter', nonce: five, patch: true },
      order: {
        commits: ['one', 'two', 'three'].map((name) =>
          commit(`lib/greeter: part ${name}`, `${why}\n\n${five}`, `int ${name};`),
        ),
        format: ['--cover-letter', '--cover-from-description=none', '-v2'],
        send: ['--force'],
      },
    },
    {
      ...{ what: 'a patch, sent without naming the program', nonce: six, patch: true },
      order: { commits: [commit(`lib/greeter: quietly, ${six}`, why)], send: ['--no-xmailer'] },
    },
    {
      ...{ what: 'a patch, sent in quoted-printable', nonce: seven, patch: true },
      order: {
        commits: [commit('lib/greeter: a = b', `${why}\n\nMark: ${seven}`, 'int a = 1; /* = */')],
        send: ['--transfer-encoding=quoted-printable'],
      },
    },
  ];
};

/** Mails as they arrived at the programme's door. */
export const mailPieces = async (markOf: MarkOf): Promise<readonly MadePiece[]> => {
  const made: MadePiece[] = [];
  for (const { order, patch, what, nonce: own } of orders(markOf)) {
    const arrived = await sendMails(order);
    const options = [...(order.format ?? []), ...(order.send ?? [])].filter((word) => word !== '--force');
    made.push({
      ...{ what: `mail: ${what}`, nonce: own, needs: [{ kind: 'mail', patch }] },
      how: ['git send-email', ...options].join(' '),
      pieces: arrived.map((raw, at) => pieceOf(`mail ${at + 1}`, raw)),
    });
  }
  return made;
};

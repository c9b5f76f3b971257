import type { CommandEntry } from '../commandTable.ts';

const DATA = ['--data <dir>', 'the folder that holds everything the server keeps'] as const;
const DATABASE = ['--database <url>', 'a PostgreSQL server; else one of our own in the data folder'] as const;

const TERM = ['--term <slug>', 'which term, by the last part of its address; needed where there are several'] as const;

/** The server's commands: `patchling programme NAME`. */
export const programmeTable: readonly CommandEntry[] = [
  {
    name: 'init',
    takes: '',
    summary: 'a programme with its first term and its organiser, in a folder',
    options: [
      DATA,
      DATABASE,
      ['--name <name>', 'what the programme is called'],
      ['--organiser <address>', 'who may sign in first, and gives the others their roles'],
    ],
    examples: [
      'patchling programme init --data /srv/patchling --name "Kernel mentorship" --organiser ada@example.org',
      'patchling programme init --data programme',
    ],
    load: () => import('./initCommand.ts'),
  },
  {
    name: 'serve',
    takes: '',
    summary: 'the pages, the mail and the jobs of a programme, until Ctrl-C',
    options: [
      DATA,
      DATABASE,
      ['--http <port>', 'where the pages are, on 127.0.0.1 (7430)'],
      ['--smtp <port>', 'where mails for tasks arrive, on 127.0.0.1 (7425)'],
      ['--address <url>', 'how people reach the pages, where a web server stands in front'],
      ['--domain <name>', 'of the addresses that mails for tasks are sent to'],
      ['--mail-out <url>', 'smtp://HOST:PORT that takes our mails; else they are kept and shown at /sink'],
    ],
    examples: [
      'patchling programme serve --data programme',
      'patchling programme serve --data programme --address https://programme.example --mail-out smtp://127.0.0.1:25',
    ],
    load: () => import('./serveCommand.ts'),
  },
  {
    name: 'import',
    takes: '<file>',
    summary: 'people of a term from a list that another portal exported (CSV); shown first',
    options: [
      DATA,
      DATABASE,
      TERM,
      ['--role <role>', 'applicant (so by itself) or mentee'],
      ['--address <url>', 'how people reach the pages: it stands in the mails'],
      ['--yes', 'make them without asking'],
    ],
    examples: [
      'patchling programme import people.csv --data programme',
      'patchling programme import people.csv --data programme --term spring --role mentee --yes',
    ],
    load: () => import('./importCommand.ts'),
  },
  {
    name: 'invite',
    takes: '<address>',
    summary: 'asks somebody to join the team of a term, by mail',
    options: [
      DATA,
      DATABASE,
      TERM,
      ['--role <role>', 'reviewer, mentor, lead mentor or organiser'],
      ['--name <name>', 'what they are called'],
      ['--address <url>', 'how people reach the pages: it stands in the mail'],
    ],
    examples: [
      'patchling programme invite ada@example.org --role mentor --data programme',
      'patchling programme invite ben@example.org --role "lead mentor" --term spring --data programme',
    ],
    load: () => import('./inviteCommand.ts'),
  },
];

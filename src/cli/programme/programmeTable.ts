import type { CommandEntry } from '../commandTable.ts';

const DATA = ['--data <dir>', 'the folder that holds everything the server keeps'] as const;
const DATABASE = ['--database <url>', 'a PostgreSQL server; else one of our own in the data folder'] as const;

const TREE = ['--tree <dir>', 'a kernel tree in which patches are tried and commits are looked up'] as const;
const ARCHIVE = ['--archive <url>', 'a public-inbox in which mails are looked up'] as const;

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
      ['--backups <dir>', 'a backup there each night, the newest rehearsed each week; those of 35 days ago go'],
      TREE,
      ARCHIVE,
      ['--watch-mail', 'a mail to ourselves each quarter of an hour has to come back; /health says when none does'],
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
  {
    name: 'subsystems',
    takes: '[names...]',
    summary: 'what mentees can choose, with what each is like, read from a kernel tree',
    options: [DATA, DATABASE, TERM, ['--tree <dir>', 'a kernel source tree; one with its history says more']],
    examples: [
      'patchling programme subsystems --tree linux --data programme',
      'patchling programme subsystems btrfs mm "KERNEL SELFTEST FRAMEWORK" --tree linux --data programme',
    ],
    load: () => import('./subsystemsCommand.ts'),
  },
  {
    name: 'task',
    takes: '<deed> [paths...]',
    summary: 'check FILE EVIDENCE…: what the machine would say of some evidence, by a task’s file',
    options: [
      ['--nonce <word>', 'whose evidence it is to be (plgabcdefgh2345)'],
      ['--person <address>', 'by which they sign in'],
      TREE,
      ARCHIVE,
      ['--json', 'one JSON document'],
    ],
    examples: [
      'patchling programme task check evidence.json boot.txt --nonce plgabcdefgh2345',
      'patchling programme task check evidence.json 0001-fix.patch --person ada@example.org --tree linux',
    ],
    load: () => import('./taskFileCommand.ts'),
  },
  {
    name: 'token',
    takes: '',
    summary: 'a token for a script that reads as a role does; printed once',
    options: [DATA, DATABASE, TERM, ['--role <role>', 'mentor or lead mentor']],
    examples: [
      'patchling programme token --role mentor --data programme',
      'patchling programme token --role "lead mentor" --term spring --data programme',
    ],
    load: () => import('./tokenCommand.ts'),
  },
  {
    name: 'passkey-lost',
    takes: '<person>',
    summary: 'takes the passkeys of somebody who lost theirs, where no other organiser can',
    options: [
      DATA,
      DATABASE,
      ['--reason <word>', 'lost (so by itself), stolen or broken'],
      ['--address <url>', 'how people reach the pages: it stands in the mail'],
    ],
    examples: [
      'patchling programme passkey-lost ada@example.org --data programme',
      'patchling programme passkey-lost ada@example.org --reason stolen --data programme',
    ],
    load: () => import('./passkeyLostCommand.ts'),
  },
  {
    name: 'export',
    takes: '<person>',
    summary: 'everything that is kept of a person, as JSON',
    options: [DATA, DATABASE],
    examples: [
      'patchling programme export ada@example.org --data programme',
      'patchling programme export ada@example.org --data programme > ada.json',
    ],
    load: () => import('./exportCommand.ts'),
  },
  {
    name: 'erase',
    takes: '<person>',
    summary: 'erases a person; what goes and what stays is shown first',
    options: [DATA, DATABASE, ['--yes', 'erase without asking']],
    examples: [
      'patchling programme erase ada@example.org --data programme',
      'patchling programme erase ada@example.org --data programme --yes',
    ],
    load: () => import('./eraseCommand.ts'),
  },
  {
    name: 'backup',
    takes: '<folder>',
    summary: 'every row as of one moment, while the server goes on',
    options: [DATA, DATABASE],
    examples: [
      'patchling programme backup backup-1 --data programme',
      'patchling programme backup /srv/backups/monday --data /srv/patchling',
    ],
    load: () => import('./backupCommand.ts'),
  },
  {
    name: 'restore',
    takes: '<folder>',
    summary: 'a backup into a new data folder, checked row by row',
    options: [
      DATA,
      DATABASE,
      ['--erased <file>', 'who was erased, from the old data folder: erased.ids'],
      ['--rehearse', 'only try it, in a folder that is deleted afterwards: once a week, say'],
    ],
    examples: [
      'patchling programme restore backup-1 --rehearse',
      'patchling programme restore backup-1 --data restored --erased programme/erased.ids',
    ],
    load: () => import('./restoreCommand.ts'),
  },
];

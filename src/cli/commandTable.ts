import type { Face } from './face.ts';
import { programmeTable } from './programme/programmeTable.ts';

/** What a command is called with: its arguments in order and its options by their long names. */
export interface Called {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** Runs a command and gives the exit status. */
export type Run = (face: Face, called: Called) => Promise<number>;

export interface CommandEntry {
  readonly name: string;
  /** `[PATH…]`, as the help writes it. */
  readonly takes: string;
  readonly summary: string;
  readonly options: readonly (readonly [flags: string, words: string])[];
  /** Two that work. */
  readonly examples: readonly [string, string];
  /** Loaded when it is called: start-up counts. */
  readonly load: () => Promise<{ run: Run }>;
}

const TREE = ['--tree <dir>', 'the kernel tree; else PATCHLING_TREE, the tree around, the one used last'] as const;
const JSON_OUT = ['--json', 'one JSON document, or one JSON object a line for lists'] as const;
const RULE = ['--rule <rule>', 'only this rule, for example allocator-arithmetic'] as const;

/** Commands below a name of their own: `patchling programme init`. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly CommandEntry[];
}

export const commandGroups: readonly CommandGroup[] = [
  {
    name: 'programme',
    summary: 'a mentorship on a server: applications, tasks, the mentors’ queue',
    commands: programmeTable,
  },
];

/** Help, man pages and completions are made from this; a command that is not here is not built yet. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'start',
    takes: '',
    summary: 'find a tree, draw a good site, write the patch, say who gets it, check it; again: go on with the draft',
    options: [
      TREE,
      ['--seed <seed>', 'draw with this seed instead of your own'],
      ['--another', 'leave the draft and draw another site'],
      ['--no-compile', 'leave out the compile check, which takes a minute the first time'],
      JSON_OUT,
    ],
    examples: ['patchling start', 'patchling start --seed 7 --no-compile'],
    load: () => import('./startCommand.ts'),
  },
  {
    name: 'doctor',
    takes: '',
    summary: 'what is installed, what each missing thing costs, and the one command that installs it',
    options: [JSON_OUT],
    examples: ['patchling doctor', 'patchling doctor --json'],
    load: () => import('./doctorCommand.ts'),
  },
  {
    name: 'find',
    takes: '[paths...]',
    summary: 'places in the tree where a rule holds, the best to begin with first',
    options: [
      TREE,
      RULE,
      ['--subsystem <name>', 'only where a MAINTAINERS title has this in it'],
      ['--for <name>', 'whose order of equals it is (each person gets another)'],
      ['--all', 'with the sites that are better left alone, and why'],
      ['--explain', 'with what made the rank'],
      ['--since <rev>', 'only files that changed since a revision of the tree'],
      ['--diff', 'with the edit of what is ready'],
      ['--sort <order>', 'rank: with --json, wait and sort'],
      JSON_OUT,
    ],
    examples: ['patchling find mm fs/btrfs', 'patchling find --rule allocator-arithmetic --json'],
    load: () => import('./findCommand.ts'),
  },
  {
    name: 'fix',
    takes: '<places...>',
    summary: 'the edit at PATH:LINE as a patch that git am takes; several of one subsystem: a patch for each file',
    options: [
      TREE,
      RULE,
      ['--why <text>', 'why the change is needed, in your words'],
      ['--why-file <file>', 'the same from a file; - is standard input'],
      ['--signoff', 'add your Signed-off-by: the Developer’s Certificate of Origin is yours to give'],
      ['--prove', 'compile the file before and after'],
      ['--out <dir>', 'where the patches are written (the working folder)'],
      JSON_OUT,
    ],
    examples: [
      'patchling fix mm/vmalloc.c:5055 --why-file why.txt --signoff',
      'patchling fix fs/btrfs/send.c:2405 fs/btrfs/volumes.c:6109 --out series --json   # {"patches":[{"patch":…},…]}',
    ],
    load: () => import('./fixCommand.ts'),
  },
  {
    name: 'who',
    takes: '[inputs...]',
    summary: 'who gets a change to a file, or a patch or series, and why each; as the tree’s get_maintainer.pl says',
    options: [
      TREE,
      ['--format <format>', 'text, json, or get_maintainer: the lines of scripts/get_maintainer.pl, byte for byte'],
      ['--files-from <file>', 'take the inputs from a file, one a line; - is standard input'],
      ['-f, --file', 'the inputs are files of the tree, even if they look like patches'],
      ['--git', 'with those who signed recent changes'],
      ['--no-git', 'without any history'],
      ['--git-fallback', 'history where MAINTAINERS names nobody exactly (so by itself)'],
      ['--git-blame', 'with those who wrote the lines that are there'],
      ['--check', 'hold the answer against that of the tree’s own script'],
      JSON_OUT,
    ],
    examples: ['patchling who mm/slub.c', 'patchling who 0001-*.patch --format get_maintainer'],
    load: () => import('./whoCommand.ts'),
  },
  {
    name: 'prepare',
    takes: '[range...]',
    summary:
      'a series from commits (HEAD~3..) or patches: numbered, addressed, with its cover letter, base and changelog',
    options: [
      TREE,
      ['--version <n>', 'which version this is; without it the one after the last that was sent'],
      ['--cover', 'with a cover letter, also for a single patch'],
      ['--cover-file <file>', 'the cover letter: its first line the subject; - is standard input'],
      ['--changelog <text>', 'what changed since the version before, a line each'],
      ['--changelog-file <file>', 'the same from a file; - is standard input'],
      ['--thread <mbox>', 'the versions before and the answers to them: an mbox, or a folder of mails'],
      ['--report <what>', 'a report of what is fixed: a syzbot address, a URL, or a mail’s file'],
      ['--fixes', 'each patch is a fix: propose what it fixes, also where its words do not say so'],
      ['--take <kinds>', 'proposals taken without a question: tags, fixes, stable, report, link, order, all'],
      ['--prefix <words>', 'what stands in the brackets: net-next'],
      ['--rfc', 'a request for comments'],
      ['--resend', 'the last version once more, unchanged'],
      ['--in-reply-to <id>', 'the Message-ID that the first mail answers'],
      ['--signoff', 'add your Signed-off-by: the Developer’s Certificate of Origin is yours to give'],
      ['--new', 'the first version of something new, whatever was prepared before'],
      ['--of <id>', 'a further version of this contribution'],
      JSON_OUT,
    ],
    examples: [
      'patchling prepare HEAD~2.. --cover-file cover.txt',
      'patchling prepare --thread v1.mbox --changelog "less"',
    ],
    load: () => import('./prepareCommand.ts'),
  },
  {
    name: 'check',
    takes: '[patches...]',
    summary: 'the gate before a maintainer’s time: every rule that applies to a patch, a series or a folder of them',
    options: [
      TREE,
      ['--fix', 'put right what a machine can, after showing it'],
      ['--without <rule>', 'this rule does not count for these patches; --because says why'],
      ['--because <text>', 'the reason, which the journal keeps'],
      ['--thread <mbox>', 'former versions and the answers to them: an mbox, or a folder of mails'],
      ['--tools <words>', 'which tools wrote what: "none", or for example "Coccinelle:1.1 the edit"'],
      ['--rules', 'list the rules themselves, with where this tree’s documents say so'],
      JSON_OUT,
    ],
    examples: ['patchling check 0001-my-change.patch', 'patchling check outgoing/ --thread v1.mbox'],
    load: () => import('./checkCommand.ts'),
  },
  {
    name: 'rules',
    takes: '[rule]',
    summary: 'the rules: what the tree’s document says, what is fixed, what is refused',
    options: [TREE, JSON_OUT],
    examples: ['patchling rules', 'patchling rules allocator-arithmetic --json'],
    load: () => import('./rulesCommand.ts'),
  },
  {
    name: 'explain',
    takes: '<rule>',
    summary: 'a rule at length, with examples',
    options: [TREE, JSON_OUT],
    examples: ['patchling explain allocator-arithmetic', 'patchling explain header-and-array'],
    load: () => import('./explainCommand.ts'),
  },
  {
    name: 'subsystem',
    takes: '[names...]',
    summary: 'what a subsystem is like for a newcomer; without a name, advice which two to choose',
    options: [
      TREE,
      ['--path <path>', 'the one that owns a file or folder of the tree'],
      ['--hours <hours>', 'for the advice: how many hours a week you have'],
      ['--months <months>', 'for the advice: how many months are left to you'],
      ['--interests <words>', 'for the advice: what you like, for example "networking, audio"'],
      ['--hardware <words>', 'for the advice: what you can test on, for example "Raspberry Pi"'],
      ['--again', 'the advice once more, with your last answers but for those given now'],
      JSON_OUT,
    ],
    examples: ['patchling subsystem btrfs', 'patchling subsystem --hours 5 --months 3 --interests "networking"'],
    load: () => import('./subsystemCommand.ts'),
  },
  {
    name: 'journal',
    takes: '[words...]',
    summary: 'what happened, day by day; "journal note TEXT" adds a note of your own',
    options: [
      ['--export <format>', 'md, zola (with the head that Zola reads) or json: the facts, one a line'],
      JSON_OUT,
    ],
    examples: [
      'patchling journal --export md',
      'patchling journal note "Read the callers of f(); all pass a constant."',
    ],
    load: () => import('./journalCommand.ts'),
  },
  {
    name: 'task',
    takes: '[words...]',
    summary: 'a programme’s tasks: their words and deadlines; login URL, submit NAME FILE…, and what the server saw',
    options: [['--statement <text>', 'with submit: what you say of it'], JSON_OUT],
    examples: ['patchling task', 'patchling task submit build-and-boot boot.log'],
    load: () => import('./taskCommand.ts'),
  },
  {
    name: 'web',
    takes: '',
    summary: 'the same things as pages in your browser, on this machine only',
    options: [
      TREE,
      ['--port <n>', 'the port on 127.0.0.1 (7428); where it is taken, the next free one'],
      ['--open', 'open it in the browser'],
    ],
    examples: ['patchling web', 'patchling web --port 8080 --open'],
    load: () => import('./webCommand.ts'),
  },
];

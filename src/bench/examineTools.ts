import type { Host } from '../edge/host.ts';

export interface Tool {
  readonly tool: string;
  readonly found: boolean;
  /** As the program says it; empty where it says none, or is not there. */
  readonly version: string;
  /** What is lost without it. */
  readonly neededFor: string;
  /** The one command that installs it. */
  readonly install: string;
}

interface Wanted {
  readonly tool: string;
  readonly ask: readonly string[];
  readonly neededFor: string;
  readonly packages: string;
}

const BUILD = 'the compile check';

const WANTED: readonly Wanted[] = [
  {
    tool: 'git',
    ask: ['git', '--version'],
    neededFor: 'writing patches, and reading a tree’s history',
    packages: 'git',
  },
  {
    tool: 'git send-email',
    ask: ['git', 'send-email', '-h'],
    neededFor: 'sending patches by mail, later',
    packages: 'git-email',
  },
  {
    tool: 'perl',
    ask: ['perl', '-e', 'print $^V'],
    neededFor: 'the tree’s own checkpatch.pl and get_maintainer.pl',
    packages: 'perl',
  },
  { tool: 'tar', ask: ['tar', '--version'], neededFor: 'unpacking a linux-source package', packages: 'tar' },
  { tool: 'xz', ask: ['xz', '--version'], neededFor: 'unpacking a linux-source package', packages: 'xz-utils' },
  { tool: 'gcc', ask: ['gcc', '--version'], neededFor: BUILD, packages: 'gcc libc6-dev' },
  { tool: 'make', ask: ['make', '--version'], neededFor: BUILD, packages: 'make' },
  { tool: 'flex', ask: ['flex', '--version'], neededFor: BUILD, packages: 'flex' },
  { tool: 'bison', ask: ['bison', '--version'], neededFor: BUILD, packages: 'bison' },
  { tool: 'bc', ask: ['bc', '--version'], neededFor: BUILD, packages: 'bc' },
];

/** What is installed, and what each missing thing costs. */
export async function* examineTools(host: Pick<Host, 'run' | 'git' | 'cwd'>): AsyncGenerator<Tool> {
  for (const { tool, ask, neededFor, packages } of WANTED) {
    const ran = await host.run(ask);
    const isThere =
      !ran.missing && (ran.status === 0 || tool === 'git send-email') && !/is not a git command/.test(ran.stderr);
    const version = isThere ? (/\d+(?:\.\d+)+/.exec(ran.stdout)?.[0] ?? '') : '';
    yield { tool, found: isThere, version, neededFor, install: `sudo apt-get install ${packages}` };
  }
  const header = await host.run(['gcc', '-E', '-o', '/dev/null', '-'], { input: '#include <gelf.h>\n' });
  yield {
    tool: 'libelf',
    found: !header.missing && header.status === 0,
    version: '',
    neededFor: BUILD,
    install: 'sudo apt-get install libelf-dev',
  };
  const identity = await host.git.gitIdentity(host.cwd);
  yield {
    tool: 'your name and address in git',
    found: identity !== undefined,
    version: identity ? `${identity.name} <${identity.email}>` : '',
    neededFor: 'the author of your patches, and the sign-off',
    install: 'git config --global user.name "Your Name" && git config --global user.email you@example.org',
  };
}

import { spawn, spawnSync } from 'node:child_process';

/** What is typed when a text is on the screen, in this order. */
export type Answers = readonly (readonly [seen: RegExp, typed: string])[];

// Made, not asked for: a machine may have the program and no terminals to give.
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/** Why a test that needs a terminal is skipped; false where there is one. */
export const noTerminal = hasTerminal ? false : 'because `script` cannot make a terminal here';

/** Runs a shell command on a pseudo-terminal and answers it; gives all that was on the screen. */
export const terminalTalk = (command: string, env: NodeJS.ProcessEnv, answers: Answers): Promise<string> =>
  new Promise((ended) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { env });
    let [screen, from, next] = ['', 0, 0];
    child.stdout.on('data', (bytes: Buffer) => {
      screen += bytes.toString();
      for (;;) {
        const [seen, typed] = answers[next] ?? [];
        const found = seen?.exec(screen.slice(from));
        if (!found || typed === undefined) return;
        from += found.index + found[0].length;
        next++;
        child.stdin.write(typed);
      }
    });
    child.on('close', () => ended(screen));
  });

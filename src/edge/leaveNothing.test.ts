import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { withTempFolder } from './tempFolder.ts';

const here = import.meta.url;

// A program of the workbench's kind: a temporary tree, and in it a child with a child of its own.
const program = `
  import { run } from ${JSON.stringify(new URL('run.ts', here).href)};
  import { withTempFolder } from ${JSON.stringify(new URL('tempFolder.ts', here).href)};
  try {
    await withTempFolder(async (folder) => {
      await run(['sh', '-c', 'mkdir tree; echo x > tree/file; sleep 300 & echo $! > "$0/pids"; echo $$ >> "$0/pids"; '
        + 'mv "$0/pids" "$0/ready"; wait', process.argv[2]], { cwd: folder });
      console.log('judged what was stopped');
    });
  } finally {
    console.log('went on');
  }`;

// One that has ended, but that its parent has not asked about yet, is dead.
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    assert.ok(performance.now() < deadline, 'it took over ten seconds');
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Starts the program, ends it as told once its child runs; what it left behind and said is looked at. */
async function ended(folder: string, end: (child: ChildProcess) => void, script = program) {
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  await writeFile(join(folder, 'program.ts'), script);
  const child = spawn(process.execPath, [join(folder, 'program.ts'), folder], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  const closed = once(child, 'exit');
  await until(() => existsSync(join(folder, 'ready')));
  assert.equal(readdirSync(temporary).length, 1);
  const pids = (await readFile(join(folder, 'ready'), 'utf8')).trim().split('\n').map(Number);
  end(child);
  const [status] = await closed;
  await until(() => !pids.some(alive));
  assert.deepEqual(readdirSync(temporary), []);
  return { status, said };
}

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  test(`${signal} leaves no child, no temporary tree, and exits ${status}`, async () => {
    await withTempFolder(async (folder) => {
      assert.deepEqual(await ended(folder, (child) => child.kill(signal)), { status, said: '' });
    });
  });
}

test('a second Ctrl-C does not wait', async () => {
  await withTempFolder(async (folder) => {
    const deaf = program
      .replace("'mkdir tree;", '\'trap "" TERM; mkdir tree;')
      .replace("wait'", "while :; do wait; done'");
    const began = performance.now();
    const { status } = await ended(
      folder,
      (child) => {
        child.kill('SIGINT');
        setTimeout(() => child.kill('SIGINT'), 50);
      },
      deaf,
    );
    assert.equal(status, 130);
    assert.ok(performance.now() - began < 5000);
  });
});

test('process.exit() in the middle leaves nothing either', async () => {
  await withTempFolder(async (folder) => {
    const exits = `process.on('SIGUSR2', () => process.exit(7));${program}`;
    assert.equal((await ended(folder, (child) => child.kill('SIGUSR2'), exits)).status, 7);
  });
});

test('with nothing held, signals do what they do in any program', async () => {
  const before = process.listenerCount('SIGINT');
  await withTempFolder(async () => assert.equal(process.listenerCount('SIGINT'), before + 1));
  assert.equal(process.listenerCount('SIGINT'), before);
});

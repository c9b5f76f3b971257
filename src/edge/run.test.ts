import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Trouble } from '../core/trouble.ts';
import { run } from './run.ts';
import { withTempFolder } from './tempFolder.ts';

test('a program gives its status and both outputs, with no shell between', async () => {
  const ran = await run(['sh', '-c', 'printf "%s" "$1"; echo no >&2; exit 3', 'sh', '$HOME `id` *']);
  assert.deepEqual(ran, { status: 3, stdout: '$HOME `id` *', stderr: 'no\n', missing: false, timedOut: false });
});

test('a missing program is an answer, never a stack trace', async () => {
  const ran = await run(['no-such-program-of-ours', 'x']);
  assert.deepEqual([ran.status, ran.missing, ran.stderr], [127, true, 'no-such-program-of-ours: no such program']);
});

test('a program that may not be run is missing too; a missing folder is not a missing program', async () => {
  await withTempFolder(async (folder) => {
    const file = join(folder, 'plain');
    await writeFile(file, 'text', { mode: 0o644 });
    const ran = await run([file]);
    assert.deepEqual([ran.status, ran.missing], [126, true]);
    await assert.rejects(run(['true'], { cwd: join(folder, 'none') }), (error) => {
      assert.ok(error instanceof Trouble);
      assert.equal(error.kind, 'input');
      assert.equal(error.words.where, join(folder, 'none'));
      return true;
    });
  });
});

test('input of each kind arrives whole, and a program that does not read it is no error', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
  const ran = await run(['cat'], { input: bytes, encoding: 'latin1' });
  assert.deepEqual(new Uint8Array(Buffer.from(ran.stdout, 'latin1')), bytes);
  async function* pieces() {
    yield new TextEncoder().encode('one ');
    yield new TextEncoder().encode('two');
  }
  assert.equal((await run(['cat'], { input: pieces() })).stdout, 'one two');
  assert.equal((await run(['true'], { input: bytes })).status, 0);
});

test('input that breaks while it is read is told, and the program is stopped', async () => {
  // biome-ignore lint/correctness/useYield: a file that fails at its first byte
  async function* broken(): AsyncGenerator<Uint8Array> {
    throw new Error('EIO: i/o error, read');
  }
  await assert.rejects(run(['sleep', '100'], { input: broken() }), {
    kind: 'machine',
    words: { what: 'What sleep was to read cannot be read.', why: 'EIO: i/o error, read' },
  });
});

test('lines come as they are printed, a last one without its end too', async () => {
  const lines: string[] = [];
  const script = 'printf "one\\ntw"; printf "o\\r\\n\\nfour" ; echo err >&2';
  await run(['sh', '-c', script], { onLine: (line) => lines.push(line) });
  assert.deepEqual(
    lines.filter((line) => line !== 'err'),
    ['one', 'two', '', 'four'],
  );
  assert.ok(lines.includes('err'));
});

test('a character cut in two by the pipe is put together again', async () => {
  const ran = await run(['sh', '-c', 'printf "\\303"; sleep 0.05; printf "\\251"']);
  assert.equal(ran.stdout, 'é');
});

test('after its time a program is stopped, its own children too', async () => {
  await withTempFolder(async (folder) => {
    const script = `(sleep 2; touch ${folder}/late) & sleep 30`;
    const began = performance.now();
    const ran = await run(['sh', '-c', script], { timeoutMs: 100 });
    assert.ok(performance.now() - began < 1500);
    assert.deepEqual([ran.status, ran.timedOut], [143, true]);
    await new Promise((done) => setTimeout(done, 2200));
    assert.equal(existsSync(join(folder, 'late')), false);
  });
});

test('a program that will not hear is killed', async () => {
  const ran = await run(['sh', '-c', 'trap "" TERM; while :; do sleep 0.1; done'], { timeoutMs: 50 });
  assert.deepEqual([ran.status, ran.timedOut], [137, true]);
});

test('an abort stops the program', async () => {
  const abort = new AbortController();
  const running = run(['sleep', '30'], { signal: abort.signal });
  abort.abort();
  assert.equal((await running).status, 143);
  assert.equal((await run(['sleep', '30'], { signal: abort.signal })).status, 143);
});

test('what redirects git or changes words does not reach the program, unless passed', async () => {
  const names = ['GIT_DIR', 'GIT_AUTHOR_NAME', 'GIT_INDEX_FILE', 'LANG', 'MAKEFLAGS', 'LC_ALL'];
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = 'de_DE';
  try {
    const { stdout } = await run(['env'], { env: { GIT_INDEX_FILE: 'mine', HOME: undefined } });
    const seen = stdout.split('\n');
    assert.ok(seen.includes('LC_ALL=C.UTF-8'));
    assert.ok(seen.includes('GIT_AUTHOR_NAME=de_DE'));
    assert.ok(seen.includes('GIT_INDEX_FILE=mine'));
    assert.deepEqual(
      seen.filter((line) => /^(?:GIT_DIR|LANG|MAKEFLAGS|HOME)=/.test(line)),
      [],
    );
  } finally {
    names.forEach((name, at) => {
      if (before[at] === undefined) delete process.env[name];
      else process.env[name] = before[at];
    });
  }
});

test('a hundred programs at once', async () => {
  await withTempFolder(async (folder) => {
    await mkdir(join(folder, 'a b'));
    const all = Array.from({ length: 100 }, (_, at) => run(['sh', '-c', `echo ${at}`], { cwd: join(folder, 'a b') }));
    assert.deepEqual(
      (await Promise.all(all)).map((ran) => Number(ran.stdout)),
      Array.from({ length: 100 }, (_, at) => at),
    );
  });
});

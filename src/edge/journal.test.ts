import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Fact, Happened } from '../core/journal/fact.ts';
import { seededRandom } from '../core/std.ts';
import { Trouble } from '../core/trouble.ts';
import { openJournal } from './journal.ts';

const temporaryFolder = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-journal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const open = (folder: string) =>
  openJournal(folder, { now: () => new Date('2026-11-23T18:00:00Z'), by: 'patchling test' });

const dropped = (patch: string): Happened => ({ kind: 'dropped', patch, because: 'Größe' });
const patches = (facts: readonly Fact[]): string[] => facts.map((fact) => (fact.kind === 'dropped' ? fact.patch : ''));

/** Appends one fact after another and says each on standard output once it is acknowledged. */
const writer = `
  import { writeSync } from 'node:fs';
  import { openJournal } from ${JSON.stringify(new URL('./journal.ts', import.meta.url).href)};
  const [folder, name, count] = process.argv.slice(1);
  const journal = openJournal(folder, { now: () => new Date(), by: 'patchling test' });
  for (let at = 0; at < Number(count); at++) {
    await journal.append({ kind: 'dropped', patch: name + at, because: 'x'.repeat(at % 5000) });
    writeSync(1, name + at + '\\n');
  }`;
const startWriter = (folder: string, name: string, count: number) =>
  spawn(process.execPath, ['--input-type=module', '-e', writer, folder, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

test('what was appended is read again, in order, and its folder is made', async (t) => {
  const folder = join(temporaryFolder(t), 'not', 'yet');
  const journal = open(folder);
  assert.deepEqual(await journal.read(), { facts: [], unknown: [], problems: [] });
  await Promise.all(['a', 'b', 'c'].map((patch) => journal.append(dropped(patch))));
  const { facts, problems } = await open(folder).read();
  assert.deepEqual(patches(facts), ['a', 'b', 'c']);
  assert.deepEqual(problems, []);
  const stamp = { at: '2026-11-23T18:00:00.000Z', by: 'patchling test', v: 1 };
  assert.deepEqual(facts[0], { ...stamp, kind: 'dropped', patch: 'a', because: 'Größe' });
  assert.equal(statSync(join(folder, 'journal.ndjson')).mode & 0o077, 0, 'it is private');
});

test('cut at any byte: what was whole is read, and the next fact stands by itself', async (t) => {
  const folder = temporaryFolder(t);
  const journal = open(folder);
  const file = join(folder, 'journal.ndjson');
  for (const patch of ['a', 'b']) await journal.append(dropped(patch));
  const bytes = readFileSync(file);
  for (let end = 0; end <= bytes.length; end++) {
    writeFileSync(file, bytes.subarray(0, end));
    await journal.append(dropped('next'));
    const { facts, problems } = await journal.read();
    // A line that lacks nothing but its newline is whole.
    const whole = ['a', 'b'].slice(
      0,
      bytes
        .subarray(0, end + 1)
        .toString()
        .split('\n').length - 1,
    );
    assert.deepEqual(patches(facts), [...whole, 'next'], `cut at ${end}`);
    assert.ok(problems.length <= 1);
    assert.ok(readFileSync(file).subarray(0, end).equals(bytes.subarray(0, end)), 'what stood there stays');
  }
});

test('killed at any time, what was acknowledged is there', { timeout: 60_000 }, async (t) => {
  const folder = temporaryFolder(t);
  const random = seededRandom(4711);
  const acknowledged: string[] = [];
  for (let round = 0; round < 8; round++) {
    const child = startWriter(folder, `${round}-`, 1_000_000);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(child.stdout, 'data'); // it is in its loop
    await setTimeout(random() * 150);
    child.kill('SIGKILL');
    await once(child, 'close');
    acknowledged.push(...said.split('\n').slice(0, -1));
  }
  const { facts, problems } = await open(folder).read();
  const there = new Set(patches(facts));
  assert.deepEqual(
    acknowledged.filter((patch) => !there.has(patch)),
    [],
  );
  assert.ok(acknowledged.length > 8, `${acknowledged.length} facts were acknowledged`);
  assert.ok(problems.length <= 8, 'at most the unfinished line of each');
  t.diagnostic(`8 kills, ${acknowledged.length} acknowledged, ${facts.length} there, ${problems.length} torn`);
});

test('programs that append at once lose nothing', { timeout: 60_000 }, async (t) => {
  const folder = temporaryFolder(t);
  const names = ['a', 'b', 'c'];
  const children = names.map((name) => startWriter(folder, name, 100));
  for (const child of children) child.stdout.resume();
  await Promise.all(children.map((child) => once(child, 'close')));
  const { facts, problems } = await open(folder).read();
  assert.deepEqual(problems, []);
  const expected = names.flatMap((name) => Array.from({ length: 100 }, (_, at) => `${name}${at}`));
  assert.deepEqual(patches(facts).toSorted(), expected.toSorted());
  for (const name of names) {
    const own = patches(facts).filter((patch) => patch.startsWith(name));
    assert.deepEqual(
      own,
      own.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
      'each in its order',
    );
  }
});

test('beside a program that dies in the middle of its lines nothing is lost', { timeout: 60_000 }, async (t) => {
  const folder = temporaryFolder(t);
  const journal = open(folder);
  await journal.append(dropped('first'));
  const tearing = `
    import { appendFileSync } from 'node:fs';
    const clock = new Int32Array(new SharedArrayBuffer(4));
    for (;;) {
      appendFileSync(process.argv[1], '{"kind":"torn');
      Atomics.wait(clock, 0, 0, 0.05);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', tearing, join(folder, 'journal.ndjson')]);
  const names = Array.from({ length: 500 }, (_, at) => `${at}`);
  try {
    for (const name of names) {
      await journal.append(dropped(name));
      if (Number(name) % 10 === 0) await setTimeout(1);
    }
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  const { facts, problems } = await journal.read();
  assert.deepEqual(patches(facts), ['first', ...names]);
  const hung = readFileSync(join(folder, 'journal.ndjson'), 'utf8').match(/torn\{"at"/g)?.length ?? 0;
  t.diagnostic(`${problems.length} lines were torn, ${hung} times a fact hung at one and was written again`);
});

test('a corrupted line in the middle is reported and stays in the file', async (t) => {
  const folder = temporaryFolder(t);
  const journal = open(folder);
  const file = join(folder, 'journal.ndjson');
  await journal.append(dropped('a'));
  appendFileSync(file, Uint8Array.of(0xff, 0x00, 0x0a));
  await journal.append(dropped('b'));
  const { facts, problems } = await journal.read();
  assert.deepEqual(patches(facts), ['a', 'b']);
  assert.deepEqual(problems, [{ line: 2, what: 'this is not a fact' }]);
  assert.ok(readFileSync(file).includes(0xff));
});

test('on a full disk the fact is refused, and the journal works again once there is room', async (t) => {
  const disk = mkdtempSync(join(tmpdir(), 'patchling-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'patchling-test', disk], { encoding: 'utf8' });
  t.after(() => {
    if (mounted.status === 0) execFileSync('umount', [disk]);
    rmdirSync(disk);
  });
  if (mounted.status !== 0) return t.skip(`because a small disk cannot be mounted here: ${mounted.stderr?.trim()}`);
  const journal = open(disk);
  await journal.append(dropped('a'));
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, 'x'.repeat(56 * 1024));
  const refused = await journal.append(dropped('b'.repeat(20_000))).then(
    () => assert.fail('it should have failed'),
    (error: unknown) => error,
  );
  assert.ok(refused instanceof Trouble);
  assert.equal(refused.kind, 'machine');
  assert.match(refused.words.next ?? '', /df -h/);
  truncateSync(ballast);
  await journal.append(dropped('c'));
  const { facts } = await journal.read();
  assert.deepEqual(patches(facts), ['a', 'c']);
});

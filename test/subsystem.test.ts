import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { commitFiles, inGit, writeFiles } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';
import { subsystemTree } from './world/subsystemTree.ts';

const tree = subsystemTree();
const on = ['--tree', tree];
const person = newPerson();
after(() => {
  for (const folder of [tree, person.home]) rmSync(folder, { recursive: true });
});

const json = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a card as a page, by title, word, list or path', () => {
  for (const words of [['MADE FILE SYSTEM'], ['fs/made'], ['--path', 'fs/made/a.c']]) {
    const { status, stdout } = person.run(['subsystem', ...words, ...on]);
    assert.equal(status, 0);
    assert.match(stdout, /^MADE FILE SYSTEM {2}Linux 6\.19-rc1$/m);
    assert.match(stdout, /^Size +6 files, 120 lines$/m);
    assert.match(stdout, /^History +\? unknown {2}it is a plain folder/m);
    assert.match(stdout, /settle it: git clone --filter=blob:none/);
    assert.doesNotMatch(stdout, /Ada|Grace/, 'nobody is named');
  }
  const several = person.run(['subsystem', 'made driver', 'made network protocol', ...on]);
  assert.match(several.stdout, /^ {14}MADE DRIVER +MADE NETWORK PROTOCOL$/m);
  assert.match(several.stdout, /^Open sites +2 ready, 1 by hand \(allocator-arithmetic\) +none$/m);
});

test('for scripts: a line for each, with what is promised, null where it is unknown', () => {
  const cards = json(person.run(['subsystem', 'made driver', 'made network protocol', '--json', ...on]).stdout);
  assert.deepEqual(
    cards.map(({ name, files, patches, newcomers }) => [name, files, patches, newcomers]),
    [
      ['MADE DRIVER', 1, null, null],
      ['MADE NETWORK PROTOCOL', 6, null, null],
    ],
  );
  assert.deepEqual(cards[0]?.['rules'], { 'allocator-arithmetic': { ready: 2, by_hand: 1, refused: 1 } });
  const unknown = cards[0]?.['unknown'] as Record<string, { settle?: string }>;
  assert.match(unknown['patches']?.settle ?? '', /^git clone/);
});

test('patches that one has open there are counted', () => {
  const other = newPerson();
  const out = mkdtempSync(join(other.home, 'out-'));
  for (const line of [13, 16]) other.run(['fix', `drivers/made/made.c:${line}`, '--out', out, ...on]);
  assert.equal(readdirSync(out).length, 2);
  assert.match(other.run(['subsystem', 'made driver', ...on]).stdout, /2 of your patches are open here/);
  assert.match(other.run(['subsystem', 'made file system', ...on]).stdout, /no patch of yours is open here/);
  rmSync(other.home, { recursive: true });
});

test('a repository has a history; its card is kept until the next commit', () => {
  const own = subsystemTree();
  const other = newPerson();
  const listed = readFileSync(join(own, 'MAINTAINERS'), 'utf8').replaceAll(
    'made@lists.example',
    'made@vger.kernel.org',
  );
  writeFiles(own, { MAINTAINERS: listed });
  inGit(own, 'init', '--quiet', '--initial-branch=main');
  inGit(own, 'add', '.');
  inGit(own, 'commit', '--quiet', '--message=all of it');
  commitFiles(own, { 'fs/made/a.c': 'int changed;\n' }, 'made: fix a leak');
  const card = () => json(other.run(['subsystem', 'fs/made', '--json', '--tree', own]).stdout)[0] ?? {};
  const first = card();
  assert.equal(first['patches'], 1);
  const { median_days_to_reply: reply } = first['unknown'] as Record<string, { settle?: string }>;
  assert.match(reply?.settle ?? '', /^https:\/\/lore\.kernel\.org\/made\/\?q=/);
  const [kept] = readdirSync(join(other.home, '.cache/patchling/cards'));
  assert.ok(kept);
  assert.equal(card()['patches'], 1);
  commitFiles(own, { 'fs/made/b.c': 'int changed;\n' }, 'made: fix another leak');
  assert.equal(card()['patches'], 2);
  writeFileSync(join(other.home, '.cache/patchling/cards', kept), '{"key":');
  assert.equal(card()['patches'], 2, 'a kept card that was cut short is made again');
  for (const folder of [own, other.home]) rmSync(folder, { recursive: true });
});

test('the advice: what fits best first, kept, and again with what changed', () => {
  const other = newPerson();
  const first = other.run(['subsystem', '--hours', '3', '--months', '3', '--interests', 'networking', ...on]);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /^Of 2 subsystems[\s\S]*1 meet[\s\S]*\n1\. MADE NETWORK PROTOCOL {2}\d+ of 100\n/);
  assert.match(first.stdout, /Documentation\/process\/made\.rst/);
  assert.doesNotMatch(first.stdout, /ORPHAN|THE REST|Since the last time/);
  const file = join(other.home, '.local/state/patchling/advice.json');
  assert.deepEqual((JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)['newcomer'], {
    hours: 3,
    months: 3,
    interests: ['networking'],
    hardware: [],
  });
  const again = other.run(['subsystem', '--again', '--hours', '20', ...on]).stdout;
  assert.match(again, /Since the last time\n• You have 20 hours a week now; it was 3\./);
  assert.match(again, /interests:\s+networking/);
  const [document = {}] = json(
    other.run(['subsystem', '--again', '--interests', 'filesystems', '--json', ...on]).stdout,
  );
  const [best] = document['advice'] as Record<string, unknown>[];
  assert.equal(best?.['name'], 'MADE FILE SYSTEM');
  assert.match(String((document['changed'] as string[])[0]), /For interests you name filesystems now/);
  rmSync(other.home, { recursive: true });
});

test('an advice that cannot be kept is given all the same', () => {
  const other = newPerson();
  writeFileSync(join(other.home, 'file'), '');
  const env = { XDG_STATE_HOME: join(other.home, 'file') };
  const { status, stdout, stderr } = other.run(['subsystem', '--hours', '3', ...on], { env });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^1\. MADE/m);
  assert.match(stderr, /could not be kept/);
  rmSync(other.home, { recursive: true });
});

test('wrong usage: exit 2, with the next step', () => {
  const wrong: [string[], RegExp][] = [
    [['subsystem', ...on], /there is no terminal to ask at[\s\S]*next: patchling subsystem --hours 5/],
    [['subsystem', '--again', ...on], /no advice from before/],
    [['subsystem', 'fs/made', '--hours', '3', ...on], /A named subsystem gets a card/],
    [['subsystem', '--hours', 'many', ...on], /--hours takes a number/],
    [['subsystem', 'maed driver', ...on], /is called maed driver[\s\S]*Did you mean "MADE DRIVER"/],
    [['subsystem', 'made driver', 'nosuch', ...on], /is called nosuch[\s\S]*next: Name a file of it instead/],
    [['subsystem', '--path', 'nowhere', ...on], /nowhere is not in the tree/],
    [['subsystem', '--path', 'Makefile', ...on], /but for THE REST/],
    [['subsystem', '--path', '.', ...on], /belongs to every subsystem[\s\S]*--path fs\/btrfs/],
  ];
  for (const [words, says] of wrong) {
    const { status, stderr } = newPerson().run(words);
    assert.equal(status, 2, `${words.join(' ')}: ${stderr}`);
    assert.match(stderr, says, words.join(' '));
  }
});

test('a path: the section that names it most closely, the others beside it; a folder with or without its slash', () => {
  const own = subsystemTree();
  appendFileSync(join(own, 'MAINTAINERS'), '\nWIDE\nF:\tfs/\nF:\tfs/*\n\nEXACT\nF:\tfs/made/a.c\nN:\tmade\n');
  const byPath = (path: string): readonly string[] => {
    const { stdout, stderr } = person.run(['subsystem', '--path', path, '--tree', own]);
    return [stdout.split('  ')[0] ?? '', stderr];
  };
  const [exact, why = ''] = byPath('fs/made/a.c');
  assert.equal(exact, 'EXACT');
  assert.match(why, /it is the nearest\. Others: MADE FILE SYSTEM; WIDE\./);
  for (const folder of ['fs/made', 'fs/made/']) assert.equal(byPath(folder)[0], 'MADE FILE SYSTEM');
  rmSync(own, { recursive: true });
});

test('a card and find offer one site to change, drawn for the person; none where clean-ups are discouraged', () => {
  const own = subsystemTree();
  const offered = (...words: string[]): string => person.run([...words, '--tree', own]).stdout;
  assert.match(offered('subsystem', 'made driver'), /patchling fix drivers\/made\/made\.c:\d+ --tree/);
  assert.match(offered('find', '--subsystem', 'made driver'), /To change one: .*made\.c:\d+/);
  const said = 'Netdev discourages patches which perform simple clean-ups.';
  writeFiles(own, {
    'Documentation/process/maintainer-netdev.rst': `Netdev\n======\n\nClean-up patches\n----------------\n\n${said}\n`,
    MAINTAINERS: readFileSync(join(own, 'MAINTAINERS'), 'utf8').replace('MADE DRIVER', 'NETWORKING DRIVERS'),
  });
  const unwanted = offered('subsystem', 'networking drivers');
  assert.match(unwanted, /^Clean-ups +discouraged$/m);
  assert.doesNotMatch(unwanted, /patchling fix/);
  assert.match(offered('find', '--subsystem', 'networking'), /2 ready(?![\s\S]*To change one)/);
  rmSync(own, { recursive: true });
});

test('MAINTAINERS that is empty, cut in half, or has Windows line ends', () => {
  const own = subsystemTree();
  const file = join(own, 'MAINTAINERS');
  const whole = readFileSync(file, 'utf8');
  const run = (text: string, ...words: string[]) => {
    writeFileSync(file, text);
    return person.run(['subsystem', ...words, '--tree', own]);
  };
  for (const words of [['fs/made'], ['--path', 'fs/made/a.c'], ['--hours', '3']]) {
    const { status, stderr } = run('', ...words);
    assert.deepEqual([status, /names no section[\s\S]*next: .*git -C/.test(stderr)], [2, true], words.join(' '));
  }
  const half = whole.slice(0, whole.indexOf('MADE FILE SYSTEM'));
  const lost = run(half, 'fs/made');
  assert.equal(lost.status, 2);
  assert.match(lost.stderr, /is called fs\/made[\s\S]*it may be cut off[\s\S]*Did you mean/);
  const here = run(half, 'net/made');
  assert.deepEqual([here.status, /it may be cut off/.test(here.stderr)], [0, true]);
  assert.match(run(half, '--hours', '3').stderr, /it may be cut off/);
  const windows = run(whole.replaceAll('\n', '\r\n'), 'fs/made');
  assert.deepEqual([windows.status, /Windows line ends/.test(windows.stderr)], [0, true]);
  assert.match(windows.stdout, /^Size +6 files, 120 lines$/m);
  rmSync(own, { recursive: true });
});

test('a file that cannot be read is said on the card', (t) => {
  if (process.getuid?.() === 0) return t.skip('because root may read everything');
  const own = subsystemTree();
  chmodSync(join(own, 'fs/made/a.c'), 0);
  assert.match(person.run(['subsystem', 'fs/made', '--tree', own]).stdout, /; 1 file could not be read$/m);
  rmSync(own, { recursive: true });
});

test('on a real tree: mm, btrfs and bpf are what one means, side by side', (t) => {
  const kernel = kernelTree();
  if (kernel === undefined || !existsSync(join(kernel, 'fs/btrfs'))) return t.skip(noKernelTree);
  const cards = json(person.run(['subsystem', 'mm', 'btrfs', 'bpf', '--json', '--tree', kernel]).stdout);
  assert.deepEqual(
    cards.map(({ name }) => name),
    ['MEMORY MANAGEMENT', 'BTRFS FILE SYSTEM', 'BPF [GENERAL] (Safe Dynamic Programs and Tools)'],
  );
  assert.deepEqual(
    cards.map(({ steep }) => steep),
    ['very steep', 'steep', 'very steep'],
  );
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KindOfChange } from '../src/core/subsystem/card.ts';
import type { Commit } from '../src/core/subsystem/commit.ts';
import { createIdents } from '../src/core/subsystem/idents.ts';
import { kindOfChange } from '../src/core/subsystem/kindOfChange.ts';
import { commitFormat, createLogReader } from '../src/core/subsystem/logReader.ts';
import { logStream } from '../src/edge/git/logStream.ts';

/** How often the rule for the kind of change agrees with a reader, on 200 commits of U-Boot; and that they were drawn. */
const SEED = '2026';
const TWO_YEARS = 2 * 31_557_600;
const TUNED = 100;

const text = readFileSync(new URL('data/kindsReadByHand.txt', import.meta.url), 'utf8');
const newest = /[0-9a-f]{40}/.exec(text)?.[0] ?? '';
const read = text.split('\n').flatMap((line) => {
  const [, id, hand] = /^([0-9a-f]{12}) (\w+)$/.exec(line) ?? [];
  return id === undefined ? [] : [{ id, hand: hand as KindOfChange }];
});

const tokensOf = async (tree: string, args: readonly string[]): Promise<string[]> => {
  const log = logStream(tree, [...args, '--']);
  const all: string[] = [];
  for (let next = await log.next(); ; next = await log.next()) {
    if (!next.done) all.push(...next.value);
    else if (next.value.status === 0) return all;
    else throw new Error(next.value.stderr);
  }
};

const drawn = async (tree: string): Promise<ReadonlySet<string>> => {
  const single = ['--min-parents=1', '--max-parents=1'];
  const [first = ''] = await tokensOf(tree, ['-1', '--format=%ct', newest]);
  const all = (await tokensOf(tree, [...single, '--format=%H %ct', newest]))
    .map((token) => ({
      id: token.slice(0, 12),
      time: Number(token.split(' ')[1]),
      key: keyOf(token.split(' ')[0] ?? ''),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const recent = all.filter(({ time }) => time >= Number(first) - TWO_YEARS).slice(0, 100);
  const others = all.filter((one) => !recent.includes(one)).slice(0, 100);
  return new Set([...recent, ...others].map(({ id }) => id));
};

const keyOf = (id: string): string => createHash('sha256').update(`${SEED} ${id}`).digest('hex');

const commitsOf = async (tree: string): Promise<readonly Commit[]> => {
  const reader = createLogReader(createIdents(() => 0));
  const args = ['--no-walk=unsorted', '--name-status', '--no-renames', `--format=${commitFormat}`];
  return [...reader.read(await tokensOf(tree, [...args, ...read.map(({ id }) => id)])), ...reader.end()];
};

const KINDS: readonly KindOfChange[] = ['fix', 'cleanup', 'docs', 'tests', 'feature'];

const tree = process.env['PATCHLING_HISTORY'];
if (tree === undefined) process.stdout.write('There is no history here: set PATCHLING_HISTORY to a clone of U-Boot.\n');
else {
  const commits = await commitsOf(tree);
  const ids = await drawn(tree);
  const same = ids.size === read.length && read.every(({ id }) => ids.has(id));
  const rows = read.map(({ id, hand }, at) => ({ id, hand, at, rule: kindOfChange(commits[at] as Commit) }));
  const agree = (part: typeof rows): string =>
    `${part.filter(({ hand, rule }) => hand === rule).length} of ${part.length}`;
  const row = (hand: KindOfChange): string =>
    `| ${hand} | ${KINDS.map((rule) => rows.filter((one) => one.hand === hand && one.rule === rule).length).join(' | ')} |`;
  const others = rows.filter(({ hand, rule }) => hand !== rule);
  const told = others.map(
    ({ id, hand, rule, at }) =>
      `| ${id} | ${hand} | ${rule} | ${at < TUNED ? 'yes' : ''} | ${commits[at]?.subject.replaceAll('|', '\\|')} |`,
  );
  process.stdout.write(`## The kind of change, by rule and by hand

\`PATCHLING_HISTORY=DIR node benchmarks/kinds.ts\`, a clone of U-Boot, seed ${SEED}; the sample drawn again
${same ? 'is the same' : 'is ANOTHER one'}. Read by one person: \`benchmarks/data/kindsReadByHand.txt\` says what the words mean.

- on the 100 that the rule was never tuned on: **${agree(rows.slice(TUNED))}**
- on the 100 that it was improved by: ${agree(rows.slice(0, TUNED))}
- on all: ${agree(rows)}

| by hand \\ by rule | ${KINDS.join(' | ')} |
| --- |${' --- |'.repeat(KINDS.length)}
${KINDS.map(row).join('\n')}

| commit | by hand | by rule | tuned on | subject |
| --- | --- | --- | --- | --- |
${told.join('\n')}
`);
}

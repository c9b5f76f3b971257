import { parseArgs } from 'node:util';
import { seededRandom } from '../src/core/std.ts';
import { embeddedServer } from '../src/edge/db/embedded/embeddedServer.ts';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { type Killed, type KillRound, killRounds } from './killRounds.ts';

// `node benchmarks/killed.ts [SEED] [ROUNDS]`: kill -9, embedded and on a server by its address.
const { positionals } = parseArgs({ allowPositionals: true });
const [seed = '2026', count = '50'] = positionals;
const turns = ['writes', 'server', 'writes', 'start'] as const;
const rounds = Array.from({ length: Number(count) }, (_, round) => turns[round % turns.length] ?? 'writes');
const random = seededRandom(seed);

const embedded = (): Promise<Killed> =>
  withTempFolder((data) => killRounds({ data, rounds, random, postmasterOf: data, restart: async () => {} }));

/** A second embedded one, which we know by its address only, stands for a server of one's own. */
const byAddress = (): Promise<Killed> =>
  withTempFolder((data) => withTempFolder((ofServer) => onServer(data, ofServer)));

const onServer = async (data: string, ofServer: string): Promise<Killed> => {
  let server = await embeddedServer(ofServer);
  const restart = async (): Promise<void> => {
    server = await embeddedServer(ofServer);
  };
  // Its socket has another name after each start, so the address is asked for each time.
  const url = (): string => server.url('patchling');
  try {
    return await killRounds({ data, rounds, random, postmasterOf: ofServer, restart, url });
  } finally {
    await restart();
    await server.stop();
  }
};

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const cells = (all: readonly KillRound[], at: KillRound['at']): string => {
  const those = all.filter((round) => round.at === at);
  const back = those.map(({ backMs }) => backMs);
  const acknowledged = those.reduce((sum, round) => sum + round.acknowledged, 0);
  return `${those.length} | ${acknowledged} | ${median(back).toFixed(0)} | ${Math.max(0, ...back).toFixed(0)}`;
};

const words = { writes: 'while it writes', server: 'PostgreSQL too, first', start: 'while it starts' } as const;

const table = ({ rounds: all, writes, effects }: Killed): string => {
  const rows = (['writes', 'server', 'start'] as const).map((at) => `| ${words[at]} | ${cells(all, at)} |`);
  return `| killed | rounds | acknowledged | back after, median ms | slowest, ms |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

${writes} writes were there at the end, all those acknowledged among them in every round;
${effects} jobs had their effect, each once.`;
};

process.stdout.write(`# kill -9

\`node benchmarks/killed.ts ${seed} ${count}\`: a process commits rows, facts and jobs from eight writers, says what it
committed, and is killed at a moment that is drawn. After each kill every acknowledged row must be there, with a fact for each
row, and the chain of facts must hold; at the end every job must have had its effect, once. A breach ends it.
"Back" is from the kill to a database that answers again.

## Embedded

${table(await embedded())}

## A server by its address

${table(await byAddress())}
`);

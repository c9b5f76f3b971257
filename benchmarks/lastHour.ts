import { parseArgs } from 'node:util';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { lastHourTable } from './rush/lastHourTable.ts';
import { type RushOrder, type RushRound, rushRound } from './rush/rushRound.ts';
import { withOwnDatabase } from './rush/withOwnDatabase.ts';

// `node benchmarks/lastHour.ts [PEOPLE] [AT A TIME] [WITHIN SECONDS]`: everybody applies in a term's last hour. On an embedded
// PostgreSQL, and on the server that PATCHLING_DATABASE names, in databases of its own there.
const { positionals } = parseArgs({ allowPositionals: true });
const [people = '1000', atATime = '100', within = '60'] = positionals;
const ROUNDS = 3;
const server = process.env['PATCHLING_DATABASE'];

const onEmbedded = (order: Order): Promise<RushRound> => withTempFolder((data) => rushRound({ ...order, data }));

const onServer = (named: string, order: Order): Promise<RushRound> =>
  withOwnDatabase(named, (url) => withTempFolder((data) => rushRound({ ...order, data, url })));

type Order = Omit<RushOrder, 'data' | 'url'>;
const crowd: Order = { people: Number(people), come: { kind: 'crowd', atATime: Number(atATime) }, helloSeconds: 5 };
const drawn: Order = { ...crowd, come: { kind: 'drawn', seconds: Number(within), seed: 2026 } };

const several = async (round: () => Promise<RushRound>): Promise<RushRound[]> => {
  const rounds: RushRound[] = [];
  for (let at = 0; at < ROUNDS; at++) rounds.push(await round());
  return rounds;
};

const both = async (round: (order: Order) => Promise<RushRound>): Promise<string> => `
### ${people} people within ${within} seconds

Each comes at a moment drawn from these seconds (seed 2026), and does not wait for others.

${lastHourTable(await several(() => round(drawn)))}

### ${people} people, ${atATime} at a time

Each as fast as they are answered, on ${atATime} connections; those who are done make room for the next. It shows what the server
can do at most, and how long one waits then.

${lastHourTable(await several(() => round(crowd)))}
`;

const embedded = await both(onEmbedded);
const byAddress =
  server === undefined
    ? 'Not measured: PATCHLING_DATABASE names none.\n'
    : await both((order) => onServer(server, order));

process.stdout.write(`# ${people} people in the last hour

\`node benchmarks/lastHour.ts ${people} ${atATime} ${within}\`: a term closes in 45 minutes, and ${people} people who are
signed in apply: they look at the term, start, get the form, save, get it again, send, and look at what they sent. The server
is \`patchling programme serve\` in a process of its own, durable, with its jobs and its mail: each who sent is written to.
500 looks of visitors go before. Load tool (autocannon; where people come at drawn moments, fetch), server and PostgreSQL share
two cores with whatever else runs on the machine: how much of it was left can be read from "hello", the smallest page of the
same framework, asked for by as many connections before each round. Time of the processor is what the server alone used for
each answer; it hardly depends on others. Medians of ${ROUNDS} rounds, each on a new programme; in brackets the lowest and the
highest.

After each round the server is ended and its database opened anew: all ${people} applications are sent, each has one fact that
says so and one mail, and the chain of facts holds. A breach ends it.

## Embedded
${embedded}
## A server by its address
${byAddress}`);

import { parseArgs } from 'node:util';
import { embeddedServer } from '../src/edge/db/embedded/embeddedServer.ts';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { lastHourTable } from './rush/lastHourTable.ts';
import { type RushOrder, type RushRound, rushRound } from './rush/rushRound.ts';

// `node benchmarks/lastHour.ts [PEOPLE] [AT A TIME] [--server]`: everybody applies in a term's last hour. With --server also on
// a PostgreSQL by its address.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { server: { type: 'boolean' } } });
const [people = '1000', atATime = '100'] = positionals;
const ROUNDS = 3;
const order = { people: Number(people), atATime: Number(atATime), helloSeconds: 5 };

const embedded = (): Promise<RushRound> => withTempFolder((data) => rushRound({ ...order, data }));

/** A second embedded one, which the programme knows by its address only, stands for a server of one's own. */
const byAddress = (): Promise<RushRound> =>
  withTempFolder((data) =>
    withTempFolder(async (ofServer) => {
      const server = await embeddedServer(ofServer);
      try {
        return await rushRound({ ...order, data, url: server.url('patchling') } satisfies RushOrder);
      } finally {
        await server.stop();
      }
    }),
  );

const several = async (round: () => Promise<RushRound>): Promise<RushRound[]> => {
  const rounds: RushRound[] = [];
  for (let at = 0; at < ROUNDS; at++) rounds.push(await round());
  return rounds;
};

const onEmbedded = lastHourTable(await several(embedded));
const onServer = values.server ? `\n## A server by its address\n\n${lastHourTable(await several(byAddress))}\n` : '';

process.stdout.write(`# ${people} people in the last hour

\`node benchmarks/lastHour.ts ${people} ${atATime}${values.server ? ' --server' : ''}\`: a term closes in 45 minutes, and \
${people} people who are signed in
apply: they look at the term, start, get the form, save, get it again, send, and look at what they sent. ${atATime} do so at a
time, each as fast as they are answered, on as many connections; those who are done make room for the next. The server is
\`patchling programme serve\` in a process of its own, durable, with its jobs and its mail: each who sent is written to. 500 looks of visitors go before. Load tool
(autocannon), server and PostgreSQL share two cores with whatever else runs on the machine, and it was shared: how much of it was
left can be read from "hello", the smallest page of the same framework, asked for in the same way before each round. Time of the
processor is what the server alone used for each answer; it hardly depends on others. Medians of ${ROUNDS} rounds, each on a new
programme; in brackets the lowest and the highest.

After each round the server is ended and its database opened anew: all ${people} applications are sent, each has one fact that
says so and one mail, and the chain of facts holds. A breach ends it.

## Embedded

${onEmbedded}
${onServer}`);

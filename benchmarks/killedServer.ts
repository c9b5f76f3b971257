import { seededRandom } from '../src/core/std.ts';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { type KilledServer, killedServer } from './rush/killedServer.ts';
import { withOwnDatabase } from './rush/withOwnDatabase.ts';

// `node benchmarks/killedServer.ts [SEED] [ROUNDS] [PEOPLE]`: kill -9 of `programme serve` while people apply; embedded, and on
// the server that PATCHLING_DATABASE names.
const [seed = '2026', rounds = '50', people = '2500'] = process.argv.slice(2);
const order = { people: Number(people), rounds: Number(rounds), random: seededRandom(seed) };
const server = process.env['PATCHLING_DATABASE'];

const row = (name: string, { rounds: kills, ofPostgres, saved, sent, mails, inDoubt, twice }: KilledServer): string =>
  `| ${[name, kills, ofPostgres, saved, sent, mails, inDoubt, twice].join(' | ')} |`;

const rows = [row('embedded', await withTempFolder((data) => killedServer({ ...order, data })))];
if (server !== undefined) {
  const onServer = (url: string): Promise<KilledServer> =>
    withTempFolder((data) => killedServer({ ...order, data, url }));
  rows.push(row('by its address', await withOwnDatabase(server, onServer)));
}

process.stdout.write(`# kill -9 of the server

\`node benchmarks/killedServer.ts ${seed} ${rounds} ${people}\`: eight people at a time apply by the pages (start, save,
send), and whoever is not answered tries again, as one does whose connection breaks. Meanwhile \`patchling programme serve\` is
killed at drawn moments and started again; embedded, PostgreSQL is killed with it in each fourth round, and alone in another, so
that the server has to open it again by itself. After each start every application that was acknowledged as saved or sent must
be there as such, with one fact for each that is sent, and the chain of facts must hold. At the end every mail must have gone to
a real SMTP server, and one that went twice must be listed as in doubt. A breach ends it.

| database | kills | of PostgreSQL | saved | sent | mails | in doubt | arrived twice |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`);

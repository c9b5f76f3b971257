import { openOffice } from '../src/cli/programme/openOffice.ts';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { withOwnDatabase } from './rush/withOwnDatabase.ts';
import { pastTerm } from './term/pastTerm.ts';
import type { TermCounts } from './term/termProblems.ts';

// `node benchmarks/term.ts [APPLICANTS] [PLACES] [SEED]`: a term from opening to acceptance on a moved clock; embedded, and on
// the server that PATCHLING_DATABASE names.
const [applicants = '1000', places = '100', seed = '2026'] = process.argv.slice(2);
const order = { applicants: Number(applicants), places: Number(places), seed: Number(seed), lanes: 8 };
const server = process.env['PATCHLING_DATABASE'];

const made = (url?: string): Promise<TermCounts> =>
  withTempFolder(async (data) => {
    const address = 'http://localhost:7430';
    const open = await openOffice({ data, url, address, domain: 'localhost', now: () => new Date() });
    try {
      return await pastTerm(open.office, order, (step) => process.stderr.write(`${step}\n`));
    } finally {
      await open.database.close();
    }
  });

const row = (name: string, counts: TermCounts): string => {
  const { applications, submissions, decisions, byMachine, facts, mails, problems } = counts;
  const { pass, 'hand back': back, leave } = byMachine;
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return `| ${[name, applications, submissions, decisions, pass, back, leave, facts, mails].join(' | ')} |`;
};

const rows = [row('embedded', await made())];
if (server !== undefined) rows.push(row('by its address', await withOwnDatabase(server, made)));

process.stdout.write(`# A term, made up

\`node benchmarks/term.ts ${applicants} ${places} ${seed}\`: ${applicants} applicants, ${places} places, three mentors, from the
opening to the second week, on a moved clock, by the verbs that the pages call. Decisions are pressed twice, or by two people at
once. Afterwards: nothing is decided twice, every submission and every application sent is acknowledged by one mail, the chain of
facts holds, and the state of each, replayed from the log alone, is the state that its row has. A breach ends it.

| database | applications | submissions | decisions | passed by the machine | handed back | left to mentors | facts | mails |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`);

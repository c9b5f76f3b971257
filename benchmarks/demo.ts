// npm run demo: a term with 1,000 applicants, 100 mentees and 3 mentors, simulated, then served, with a way in for each role.
// node benchmarks/demo.ts [APPLICANTS] [PLACES] [FOLDER]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interrupted } from '../src/cli/interrupted.ts';
import { type OpenOffice, openOffice } from '../src/cli/programme/openOffice.ts';
import { openServer } from '../src/cli/programme/openServer.ts';
import { demoPage } from './term/demoPage.ts';
import { pastTerm } from './term/pastTerm.ts';

const [applicants = '1000', places = '100', folder = join(tmpdir(), 'patchling-demo')] = process.argv.slice(2);
const HTTP = Number(process.env['PORT'] ?? 7430);
const SEED = 2026;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const done = join(folder, 'simulated');
const address = `http://localhost:${HTTP}`;

async function simulate(open: OpenOffice): Promise<void> {
  const started = performance.now();
  const order = { applicants: Number(applicants), places: Number(places), seed: SEED, lanes: 8 };
  const { problems, facts, submissions, decisions, byMachine, mails } = await pastTerm(open.office, order, (step) =>
    say(`… ${step}`),
  );
  say(`… ${facts} facts, ${submissions} submissions, ${decisions} decisions, ${mails} mails; seed ${SEED}`);
  say(
    `… the machine passed ${byMachine.pass}, handed ${byMachine['hand back']} back, left ${byMachine.leave} to mentors`,
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`… ${seconds} s; ${problems.join('; ') || 'every state follows from the log'}`);
  writeFileSync(done, `${SEED}\n`);
}

const open = await openOffice({ data: folder, address, domain: 'localhost', now: () => new Date() });
if (existsSync(done)) say(`The demo of before is in ${folder} (seed ${readFileSync(done, 'utf8').trim()}).`);
else await simulate(open);
const server = await openServer(open, {
  ...{ http: HTTP, smtp: 0, version: 'demo', note: (line) => void process.stderr.write(`${line}\n`) },
  more: (desk, signIn) => [demoPage(desk, signIn)],
});
say(`\nThe demo is open on this machine: http://localhost:${server.http}`);
for (const [role, words] of Object.entries(demoPage.roles)) {
  say(`  ${`http://localhost:${server.http}/demo/${role}`.padEnd(42)} ${words}`);
}
say(`  ${`http://localhost:${server.http}/sink`.padEnd(42)} mails that would have been sent`);
say('Ctrl-C ends it; the folder can be deleted.');
await interrupted();
await server.close();

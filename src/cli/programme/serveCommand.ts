import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Trouble } from '../../core/trouble.ts';
import type { Called, Run } from '../commandTable.ts';
import type { Face } from '../face.ts';
import { interrupted } from '../interrupted.ts';
import { optionText } from '../optionText.ts';
import { portOption } from '../portOption.ts';
import { lookUpOptions } from './lookUpOptions.ts';
import { type OfficeOrder, type OpenOffice, officeOrder, openOffice } from './openOffice.ts';
import { openServer, type Server } from './openServer.ts';

const HTTP = 7430;
const SMTP = 7425;
/** How long a database that broke off is asked again: a restart of PostgreSQL takes moments, an update of it a minute. */
const WAITS_MS = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 60_000];

/** `programme serve`: until Ctrl-C. */
export const run: Run = async (face, called) => {
  const order = serverOrder(face, called);
  const end = new AbortController();
  const ended = interrupted().then(() => end.abort());
  let open = await openOffice(order);
  for (let isFirst = true; ; isFirst = false) {
    const server = await serve(face, called, open);
    if (isFirst) sayOpen(face, called, open, server);
    await Promise.race([ended, open.lost]);
    await server.close();
    if (end.signal.aborted) return 130;
    face.note('The line to the database broke. Nothing that was acknowledged is lost; it is opened again.');
    const again = await reopened(order, end.signal);
    if (!again) return 130;
    open = again;
    face.note('The programme is open again.');
  }
};

const httpOf = ({ options }: Called): number => portOption(optionText(options, 'http'), '--http', HTTP);
const isNamed = ({ options }: Called): boolean => optionText(options, 'address') !== undefined;

const serverOrder = (face: Face, called: Called): OfficeOrder => {
  const order = officeOrder(face, called);
  return isNamed(called) ? order : { ...order, address: `http://localhost:${httpOf(called)}` };
};

/** Undefined once `end` says that it is not wanted any more. */
async function reopened(order: OfficeOrder, end: AbortSignal): Promise<OpenOffice | undefined> {
  for (const wait of WAITS_MS) {
    await delay(wait, undefined, { signal: end }).catch(() => {});
    if (end.aborted) return undefined;
    const open = await openOffice(order).catch(() => undefined);
    if (open) return open;
  }
  return openOffice(order);
}

async function serve({ host, note }: Face, called: Called, open: OpenOffice): Promise<Server> {
  const { options } = called;
  const http = httpOf(called);
  const smtp = portOption(optionText(options, 'smtp'), '--smtp', SMTP);
  const mailOut = optionText(options, 'mailOut');
  const named = optionText(options, 'backups');
  const backups = named === undefined ? undefined : resolve(host.cwd, named);
  const { tree, archive } = lookUpOptions(host, called);
  const watchMail = options['watchMail'] === true;
  if (watchMail && mailOut === undefined) {
    throw new Trouble('input', {
      what: '--watch-mail is of no use without --mail-out.',
      why: 'A mail to ourselves has to leave in order to come back.',
      next: 'Name the server that takes our mails: --mail-out smtp://HOST:PORT',
    });
  }
  const server = await openServer(open, {
    http,
    smtp,
    mailOut,
    backups,
    tree,
    archive,
    watchMail,
    version: host.version,
    note,
  });
  if (server.http === http || isNamed(called)) return server;
  await server.close();
  throw new Trouble('machine', {
    what: `Port ${http} is taken on 127.0.0.1.`,
    next: 'Name another with --http N, or end what listens there: ss -ltnp',
  });
}

function sayOpen({ say, paint }: Face, { options }: Called, { office }: OpenOffice, server: Server): void {
  say(paint('strong', 'The programme is open.'));
  say(`  pages  ${office.address}`);
  say(`  mail   smtp://127.0.0.1:${server.smtp}, for addresses at ${office.mailSettings.domain}`);
  if (optionText(options, 'mailOut') === undefined) {
    say(`  mails to people go nowhere; they are shown at ${office.address}/sink`);
  }
  say(paint('soft', '  Ctrl-C ends it.'));
}

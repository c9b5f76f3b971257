import type { Hono } from 'hono';
import { openMailReader } from '../../edge/mailDoor/mailReader.ts';
import { openMailDoor } from '../../edge/mailDoor/openMailDoor.ts';
import { openSignIn } from '../../edge/signIn/signIn.ts';
import { readAssets } from '../../edge/web/assets.ts';
import { listen } from '../../edge/web/listen.ts';
import { openEvidenceJudge } from '../../gather/evidence/evidenceJudge.ts';
import type { MailOffice } from '../../office/mailOffice.ts';
import { receiveMail } from '../../office/receiveMail.ts';
import { signInMails } from '../../office/signIn/signInMails.ts';
import { knowsMailAddress } from '../../office/taskAddress.ts';
import { mailedSubmissions } from '../../office/tasks/mailedSubmissions.ts';
import { createApi } from '../../web/office/api/createApi.ts';
import { createOfficeApp } from '../../web/office/frame/createOfficeApp.ts';
import type { Env, FrontDesk } from '../../web/office/frame/frontDesk.ts';
import { healthPage } from '../../web/office/health/healthPage.ts';
import { mePage } from '../../web/office/me/mePage.ts';
import { signPages } from '../../web/office/sign/signPages.ts';
import { sinkPage } from '../../web/office/sink/sinkPage.ts';
import { apiBearer } from './apiBearer.ts';
import { lookWhileWaiting } from './lookWhileWaiting.ts';
import { openMailOut } from './mailOut.ts';
import type { OpenOffice } from './openOffice.ts';
import { openServerJobs } from './openServerJobs.ts';
import { peerOf } from './peerOf.ts';

export interface ServerOrder {
  /** 0: any that is free. */
  readonly http: number;
  readonly smtp: number;
  /** Where mails leave; without it they are kept, and shown at /sink. */
  readonly mailOut?: string | undefined;
  readonly version: string;
  /** Where a backup is written each night. */
  readonly backups?: string | undefined;
  /** A git tree, on which patches are tried and commits are looked up. */
  readonly tree?: string | undefined;
  /** A public-inbox, in which mails are looked up. */
  readonly archive?: string | undefined;
  /** Each quarter of an hour a mail to ourselves leaves by the way out, and is to come back. */
  readonly watchMail?: boolean;
  /** Further pages, as a demo has. */
  more?(desk: FrontDesk, signIn: Server['signIn']): readonly Hono<Env>[];
  /** A line for the server's keeper. */
  note(line: string): void;
}

export interface Server {
  readonly http: number;
  readonly smtp: number;
  readonly signIn: Awaited<ReturnType<typeof openSignIn>>;
  /** Everything that was begun is ended, in the order in which it depends on each other. */
  close(): Promise<void>;
}

/** Pages, API, mail and jobs of one programme, in this process. */
export async function openServer(open: OpenOffice, order: ServerOrder): Promise<Server> {
  const { database, erased } = open;
  const { db } = database;
  let answer: (request: Request, bindings: object) => Response | Promise<Response> = starting;
  const listening = await listen((request, bindings) => answer(request, bindings), order.http);
  const mail = await openMailOut(
    order.mailOut,
    { name: 'Patchling', address: open.office.mailSettings.from },
    open.office.now,
  );
  const office: MailOffice & typeof open.office = { ...open.office, mailer: mail.mailer, mailReader: openMailReader() };
  const judge = openEvidenceJudge({ tree: order.tree, archive: order.archive });
  const looking = { ...open.office, judge: judge.judge };
  const hooks = mailedSubmissions(office);
  const jobs = await openServerJobs(open, { ...office, ...looking }, hooks, order);
  const door = await openMailDoor({
    ...{ port: order.smtp, domain: office.mailSettings.domain, now: office.now },
    weigh: office.mailReader.weigh,
    accept: async (address) => knowsMailAddress(office, address),
    receive: async (letter) => {
      await receiveMail(office, letter, hooks);
      jobs.sendSoon();
      jobs.lookSoon();
    },
  });
  const secret = Buffer.from(office.mailSettings.secret).toString('hex');
  const signIn = await openSignIn({ db, address: office.address, secret, newId: office.newId, now: () => new Date() });
  const desk = {
    ...{ office, assets: readAssets(new URL('../../web/parts/', import.meta.url)), sessionOf: signIn.sessionOf },
    noteMistake: (reference: string, error: Error) =>
      order.note(`mistake ${reference}: ${error.stack ?? error.message}`),
    lookAt: lookWhileWaiting(looking, order.note),
    judge: judge.judge,
  };
  const house = { desk, signIn, ...signInMails(office), now: () => new Date(), peerOf: peerOf(office.address) };
  const others: Hono<Env>[] = [
    signPages(house),
    healthPage(office, jobs),
    mePage({ ...desk, remember: (person) => erased.add(person) }),
    ...(mail.sink ? [sinkPage(desk, mail.sink)] : []),
    ...(order.more?.(desk, signIn) ?? []),
  ];
  const api = createApi({ ...desk, version: order.version, bearerOf: apiBearer(office) });
  const app = createOfficeApp({ ...desk, others, api, afterDeed: jobs.sendSoon });
  answer = (request, bindings) => app.fetch(request, bindings);
  jobs.sendSoon();
  return {
    ...{ http: listening.port, smtp: door.port, signIn },
    close: async () => {
      await listening.close();
      await door.close();
      await jobs.close();
      await judge.close();
      await office.mailReader.close();
      await mail.close();
      await database.close();
    },
  };
}

const starting = (): Response => new Response('Starting; try again in a moment.\n', { status: 503 });

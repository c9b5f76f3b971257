import { Trouble } from '../../core/trouble.ts';
import type { Run } from '../commandTable.ts';
import { interrupted } from '../interrupted.ts';
import { optionText } from '../optionText.ts';
import { portOption } from '../portOption.ts';
import { officeOrder, openOffice } from './openOffice.ts';
import { openServer } from './openServer.ts';

const HTTP = 7430;
const SMTP = 7425;

/** `programme serve`: until Ctrl-C. */
export const run: Run = async (face, called) => {
  const { host, say, note, paint } = face;
  const { options } = called;
  const http = portOption(optionText(options, 'http'), '--http', HTTP);
  const order = officeOrder(face, called);
  const isNamed = optionText(options, 'address') !== undefined;
  const open = await openOffice(isNamed ? order : { ...order, address: `http://localhost:${http}` });
  const mailOut = optionText(options, 'mailOut');
  const server = await openServer(open, {
    ...{ http, smtp: portOption(optionText(options, 'smtp'), '--smtp', SMTP), mailOut, version: host.version, note },
  });
  if (server.http !== http && !isNamed) {
    await server.close();
    throw new Trouble('machine', {
      what: `Port ${http} is taken on 127.0.0.1.`,
      next: 'Name another with --http N, or end what listens there: ss -ltnp',
    });
  }
  say(paint('strong', 'The programme is open.'));
  say(`  pages  ${open.office.address}`);
  say(`  mail   smtp://127.0.0.1:${server.smtp}, for addresses at ${open.office.mailSettings.domain}`);
  if (mailOut === undefined) say(`  mails to people go nowhere; they are shown at ${open.office.address}/sink`);
  say(paint('soft', '  Ctrl-C ends it.'));
  await interrupted();
  await server.close();
  return 130;
};

import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readSentMail } from '../../core/programme/mailIn/readSentMail.ts';

/** A mail that the sink took, instead of anybody's mailbox. */
export interface SunkMail {
  /** Counts from 1 as long as the sink is open. */
  readonly number: number;
  readonly at: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly raw: Uint8Array;
}

/** An SMTP server on this machine that keeps the last mails in memory and delivers none: for development and tests. */
export interface MailSink {
  readonly port: number;
  /** The newest first. */
  mails(): readonly SunkMail[];
  close(): Promise<void>;
}

export const openMailSink = async (
  now: () => Date,
  { port = 0, keep = 200 }: { readonly port?: number; readonly keep?: number } = {},
): Promise<MailSink> => {
  let mails: readonly SunkMail[] = [];
  let taken = 0;
  const take = async (raw: Uint8Array, from: string, to: readonly string[]): Promise<void> => {
    const read = await readSentMail(raw);
    const { subject, messageId = '', text } = read.kind === 'read' ? read.mail : { subject: '', text: '' };
    mails = [{ number: ++taken, at: now(), from, to, subject, messageId, text, raw }, ...mails].slice(0, keep);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: 10 * 1024 * 1024,
    closeTimeout: 100,
    onData: (stream, { envelope }, callback) => {
      const chunks: Uint8Array[] = [];
      stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      stream.once('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        take(new Uint8Array(Buffer.concat(chunks)), from, to).then(() => callback(), callback);
      });
    },
  });
  server.on('error', () => {}); // a client that goes away takes nothing with it
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  return {
    port: (server.server.address() as AddressInfo).port,
    mails: () => mails,
    close: async () => new Promise((done) => server.close(() => done())),
  };
};

import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import {
  type Answered,
  checkMailOut,
  isMailAddress,
  isOneLine,
  type MailOut,
} from '../../core/programme/mail/mailOut.ts';
import { Trouble } from '../../core/trouble.ts';

/** The programme's own mail, to one registered address each. It cannot reach a list: nobody gives it one. */
export interface Mailer {
  /** Throws Trouble for a mail that could say something by its addresses; what the server says is an answer. */
  send(mail: MailOut): Promise<Answered>;
}

export interface MailerSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, which a server that is not on this machine must offer. */
  readonly isSecure?: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly from: { readonly name: string; readonly address: string };
  /** What we call ourselves in EHLO; else the domain of `from`. */
  readonly ehlo?: string;
  /** For all of a conversation's waits, in ms. */
  readonly patience?: number;
}

export const createMailer = (settings: MailerSettings): Mailer => {
  const ehlo = settings.ehlo ?? settings.from.address.split('@')[1] ?? '';
  checkSettings(settings, ehlo);
  return {
    send: async (mail) => {
      checkMailOut(mail);
      return offer(settings, ehlo, mail, await composed(settings, mail));
    },
  };
};

const checkSettings = ({ from }: MailerSettings, ehlo: string): void => {
  const isRight = isMailAddress(from.address) && /^[a-z0-9.-]{1,200}$/i.test(ehlo) && isOneLine(from.name);
  if (isRight) return;
  throw new Trouble('input', {
    what: 'the sender of the programme’s mails is not one plain address, or the name given for EHLO is no host name',
    next: 'write it as name@domain, and the host name with letters, digits, dots and dashes only',
  });
};

/** The bytes, by nodemailer's composer: names and subjects become encoded words, and nothing is read from disk or net. */
const composed = async ({ from }: MailerSettings, mail: MailOut): Promise<Buffer> =>
  new MailComposer({
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    headers: { 'Auto-Submitted': 'auto-generated' },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

const offer = async (settings: MailerSettings, ehlo: string, mail: MailOut, bytes: Buffer): Promise<Answered> => {
  const { promise, resolve } = Promise.withResolvers<Answered>();
  const connection = new SMTPConnection(connectionOptions(settings, ehlo));
  let hasBegun = false;
  // Whoever answers a byte at a time holds up no mail for longer than that.
  const end = setTimeout(() => fail(new Error('the conversation took too long')), CONVERSATION);
  const settle = (answer: Answered): void => {
    clearTimeout(end);
    resolve(answer);
    connection.close();
  };
  const fail = (error: SmtpError): void => settle(answerOf(error, hasBegun));
  // Read only once the server has said that it takes the mail: from then on a broken line leaves a doubt.
  const body = readOnce(bytes, () => {
    hasBegun = true;
  });
  const deliver = (): void =>
    connection.send(
      { from: mail.returnPath ?? settings.from.address, to: [mail.to.address], size: bytes.length },
      body,
      (error, info) => {
        if (error) return fail(error);
        clearTimeout(end);
        resolve({ kind: 'accepted', response: said(info?.response) });
        connection.quit();
      },
    );
  connection.on('error', fail);
  connection.once('end', () => settle(answerOf(new Error('the server closed the line'), hasBegun)));
  connection.connect((error) => {
    if (error) return fail(error);
    if (!settings.auth) return deliver();
    connection.login({ credentials: settings.auth }, (refused) => (refused ? fail(refused) : deliver()));
  });
  return promise;
};

/** Shorter than the time after which an offered mail is taken for unanswered (sendMails). */
const CONVERSATION = 5 * 60_000;

const connectionOptions = ({ host, port, isSecure = false, patience = 30_000 }: MailerSettings, name: string) => ({
  host,
  port,
  secure: isSecure,
  requireTLS: !isSecure && !isLoopback(host),
  ignoreTLS: !isSecure && isLoopback(host),
  name,
  connectionTimeout: patience,
  greetingTimeout: patience,
  socketTimeout: patience,
  socketCloseTimeout: 0,
  allowInternalNetworkInterfaces: true,
  maxResponseSize: 64 * 1024,
  logger: false,
});

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.[\d.]+$/.test(host);

const readOnce = (bytes: Buffer, begin: () => void): Readable =>
  new Readable({
    read() {
      begin();
      this.push(bytes);
      this.push(null);
    },
  });

interface SmtpError extends Error {
  readonly responseCode?: number | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
}

const answerOf = (error: SmtpError, hasBegun: boolean): Answered => {
  const response = said(error.response ?? error.message); // the server's own words, where it said some
  const { responseCode: code, command } = error;
  if (code === undefined) return { kind: hasBegun ? 'in doubt' : 'deferred', response };
  // What a server says of our login or our greeting is about us: the mail waits until somebody mends it.
  const of = command === undefined ? undefined : REFUSED[command];
  return code >= 500 && code !== BAD_SEQUENCE && of
    ? { kind: 'rejected', of, response }
    : { kind: 'deferred', response };
};

/** A session gone wrong, not a refused mail: another session may do. */
const BAD_SEQUENCE = 503;

const REFUSED: { readonly [command: string]: 'recipient' | 'mail' | 'sender' } = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'mail',
};

const said = (response: string | undefined): string =>
  (response ?? '').replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 500);

import { Trouble } from '../../core/trouble.ts';
import { createMailer, type Mailer } from '../../edge/notify/mailer.ts';
import { type MailSink, openMailSink } from '../../edge/notify/mailSink.ts';

/** By what the programme's mails leave, or, without an SMTP server, where they are kept. */
export interface MailOut {
  readonly mailer: Mailer;
  readonly sink: MailSink | undefined;
  close(): Promise<void>;
}

/** @throws Trouble `input` for an address that is none. */
export async function openMailOut(
  url: string | undefined,
  from: { readonly name: string; readonly address: string },
  now: () => Date,
): Promise<MailOut> {
  if (url === undefined) {
    const sink = await openMailSink(now);
    const mailer = createMailer({ host: '127.0.0.1', port: sink.port, from });
    return { mailer, sink, close: () => sink.close() };
  }
  const server = URL.canParse(url) ? new URL(url) : undefined;
  if (!server || !/^smtps?:$/.test(server.protocol) || server.hostname === '') {
    throw new Trouble('input', {
      what: '--mail-out is no address of an SMTP server.',
      next: 'Write it as smtp://127.0.0.1:25, or smtps://NAME:PASSWORD@HOST:465.',
    });
  }
  const isSecure = server.protocol === 'smtps:';
  const auth = { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) };
  const mailer = createMailer({
    ...{ host: server.hostname, port: Number(server.port || (isSecure ? 465 : 25)), isSecure, from },
    ...(auth.user === '' ? {} : { auth }),
  });
  return { mailer, sink: undefined, close: async () => {} };
}

import { connect } from 'node:net';

/** A conversation with an SMTP server, byte for byte: what no mail library would say. */
export const smtpTalk = async (port: number) => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let heard = '';
  let isOver = false;
  let ring = Promise.withResolvers<void>();
  const wake = (): void => {
    ring.resolve();
    ring = Promise.withResolvers();
  };
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    wake();
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    isOver = true;
    wake();
  });
  await new Promise<void>((done) => socket.once('connect', done));
  /** The next answer, all its lines; '' where the line is closed. */
  const answer = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(heard)?.[0];
      if (whole !== undefined) {
        heard = heard.slice(whole.length);
        return whole.trimEnd();
      }
      if (isOver) return '';
      await ring.promise;
    }
  };
  return {
    answer,
    write: (bytes: string | Uint8Array): void => {
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
    },
    /** Says one line and gives the answer's code. */
    say: async (line: string): Promise<string> => {
      socket.write(Buffer.from(`${line}\r\n`, 'latin1'));
      return (await answer()).slice(0, 3);
    },
    [Symbol.asyncDispose]: async () => {
      if (isOver) return;
      socket.destroy();
      await new Promise((done) => socket.once('close', done));
    },
  };
};

export type SmtpTalk = Awaited<ReturnType<typeof smtpTalk>>;

/** Up to the 354: the next bytes are a mail's. */
export const beginMail = async (talk: SmtpTalk, to: string, from = 'ada@made.example'): Promise<string[]> => {
  await talk.answer();
  const codes: string[] = [];
  for (const line of ['EHLO made.example', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA'])
    codes.push(await talk.say(line));
  return codes;
};

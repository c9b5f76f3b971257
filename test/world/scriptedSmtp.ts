import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What the server answers to a command; `hang up` closes the line instead. */
export type SmtpScript = { readonly [command: string]: string | 'hang up' };

/**
 * A server of one conversation after the other that answers what its script says (else as one that takes all): for
 * answers and broken lines that a good server does not give. `.` is the end of a mail; `commands` are those heard.
 */
export const scriptedSmtp = async (script: SmtpScript) => {
  const commands: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let isMail = false;
    let rest = '';
    const say = (command: string, otherwise: string): void => {
      const line = script[command] ?? otherwise;
      if (line === 'hang up') socket.destroy();
      else socket.write(`${line}\r\n`);
    };
    socket.on('error', () => {});
    say('CONNECT', '220 scripted ESMTP');
    const hear = (line: string): void => {
      if (isMail && line !== '.') return;
      const command = isMail ? '.' : (line.split(/[ :]/)[0] ?? '').toUpperCase();
      commands.push(line);
      isMail = command === 'DATA' && (script['DATA'] ?? '354').startsWith('3');
      say(command, OTHERWISE[command] ?? '250 ok');
    };
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
  });
  const hangUp = (): void => {
    for (const socket of open) socket.destroy();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    hangUp,
    [Symbol.asyncDispose]: async () => {
      hangUp();
      await new Promise((done) => server.close(done));
    },
  };
};

const OTHERWISE: SmtpScript = { DATA: '354 go on', QUIT: '221 bye' };

import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { type MailBreach, mailLimits } from '../../core/programme/mailIn/mailLimits.ts';
import { createRateGate, type Rate } from '../../core/programme/mailIn/rateGate.ts';

/** A mail as it came through the door. */
export interface DoorMail {
  readonly raw: Uint8Array;
  readonly envelope: {
    /** Empty for the null sender. */
    readonly from: string;
    readonly to: readonly string[];
    /** The address of the machine that brought it. */
    readonly peer: string;
  };
  readonly at: Date;
}

export interface MailDoorSettings {
  readonly port: number;
  /** Loopback where nothing is said: a mail server stands in front. */
  readonly host?: string;
  /** The domain whose addresses are ours. */
  readonly domain: string;
  /** Whether an address was given to somebody; of all others no mail is taken, so none is passed on. */
  accept(address: string): Promise<boolean>;
  /** What of the limits a mail is over: looked at beside the server, since ten megabytes take a while. */
  weigh(raw: Uint8Array): Promise<MailBreach | 'broken' | undefined>;
  /** Keeps the mail; only when it has is the sender told that it was taken. Throws where it could not. */
  receive(mail: DoorMail): Promise<void>;
  now(): Date;
  readonly limits?: Partial<DoorLimits>;
}

export interface DoorLimits {
  readonly connections: number;
  readonly connectionsOfPeer: number;
  /** Mails of one machine. */
  readonly mails: Rate;
  /** For a whole conversation and for a silence in it, in ms. */
  readonly conversation: number;
  readonly silence: number;
}

const LIMITS: DoorLimits = {
  connections: 20, // each may hold a mail of 10 MB
  connectionsOfPeer: 10,
  mails: { most: 600, span: 3_600_000 },
  conversation: 600_000,
  silence: 60_000,
};

export interface MailDoor {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens for mail by SMTP. Nobody signs in here, and nothing is sent on. */
export const openMailDoor = async (settings: MailDoorSettings): Promise<MailDoor> => {
  const limits = { ...LIMITS, ...settings.limits };
  const server = createServer(settings, limits);
  server.on('error', () => {}); // a line that broke: what came whole is kept, the rest is offered again
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.server.once('error', reject);
  server.listen(settings.port, settings.host ?? '127.0.0.1', resolve);
  await promise;
  return {
    port: (server.server.address() as AddressInfo).port,
    close: async () => new Promise((done) => server.close(() => done())),
  };
};

const createServer = (settings: MailDoorSettings, limits: DoorLimits): SMTPServer => {
  const peers = new Map<string, number>();
  const rate = createRateGate(limits.mails);
  const ends = new Map<string, NodeJS.Timeout>();
  const server = new SMTPServer({
    ...OPTIONS,
    name: settings.domain,
    maxClients: limits.connections,
    socketTimeout: limits.silence,
    onConnect: ({ id, remoteAddress }, callback) => {
      const open = (peers.get(remoteAddress) ?? 0) + 1;
      peers.set(remoteAddress, open);
      if (open > limits.connectionsOfPeer)
        return callback(new Refusal(421, 'Too many connections from you, come again later'));
      ends.set(id, setTimeout(() => closeLine(server, id), limits.conversation).unref());
      callback(); // the library waits a moment before its greeting, and closes on who talks before it
    },
    onClose: ({ id, remoteAddress }) => {
      clearTimeout(ends.get(id));
      ends.delete(id);
      const open = (peers.get(remoteAddress) ?? 1) - 1;
      if (open > 0) peers.set(remoteAddress, open);
      else peers.delete(remoteAddress);
    },
    onMailFrom: (_from, { remoteAddress }, callback) =>
      rate.admits(remoteAddress, settings.now().getTime())
        ? callback()
        : callback(new Refusal(450, 'Too many mails from you in an hour, come again later')),
    onRcptTo: ({ address }, { envelope }, callback) => {
      if (envelope.rcptTo.length >= mailLimits.recipients) return callback(new Refusal(452, 'Too many recipients'));
      settings.accept(address).then(
        (knows) => callback(knows ? null : new Refusal(550, 'No such address here')),
        () => callback(new Refusal(451, 'Cannot look it up now, come again later')),
      );
    },
    onData: (stream, session, callback) => {
      takeMail(settings, server, stream, session).then(
        () => callback(null, 'Kept'),
        (error: unknown) => callback(error instanceof Refusal ? error : NOT_NOW()),
      );
    },
  });
  return server;
};

const OPTIONS: SMTPServerOptions = {
  authOptional: true,
  // No signing in, no TLS of our own (a mail server in front has it), and no questions about who is here.
  disabledCommands: ['AUTH', 'STARTTLS', 'VRFY', 'HELP', 'XCLIENT', 'XFORWARD'],
  hidePIPELINING: true,
  hideSMTPUTF8: true,
  disableReverseLookup: true,
  logger: false,
  size: mailLimits.bytes,
  maxCommandLength: 2048,
  closeTimeout: 1000,
};

/** The mail's bytes and whether they are kept; nothing is parsed. */
const takeMail = async (
  { weigh, receive, now }: MailDoorSettings,
  server: SMTPServer,
  stream: SMTPServerDataStream,
  { id, envelope, remoteAddress }: SMTPServerSession,
): Promise<void> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length <= mailLimits.bytes) chunks.push(chunk);
    // Who goes on after being over by as much again does not read what we say either.
    else if (length > 2 * mailLimits.bytes) closeLine(server, id);
  }
  const raw = new Uint8Array(Buffer.concat(chunks));
  const breach = length > mailLimits.bytes ? 'too large' : await weigh(raw);
  if (breach === 'broken') throw NOT_NOW();
  if (breach) throw new Refusal(breach === 'too large' ? 552 : 554, BREACHES[breach]);
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const to = envelope.rcptTo.map(({ address }) => address);
  await receive({ raw, envelope: { from, to, peer: remoteAddress }, at: now() });
};

/** What the sender's own server tells them, since it must not be us who writes to an address that nobody confirmed. */
const BREACHES: { readonly [Breach in MailBreach]: string } = {
  'too large': 'The mail is larger than 10 MB: put a part of it elsewhere, or send less of the log',
  'header too large': 'The headers are larger than 256 KB: write a new mail instead of answering a long thread',
  'too many parts': 'The mail has more than 100 parts: put its files into one archive',
  'too many addresses': 'The mail names more than 200 addresses',
  'line too long': 'A line is longer than 64 KB: attach the file instead of pasting it',
  'bare line end': 'A line ends in a bare CR or LF: lines of a mail end in CR LF (RFC 5321, section 2.3.8)',
  'zero byte': 'The mail has a zero byte in it: attach the file instead of pasting it',
};

const closeLine = (server: SMTPServer, id: string): void => {
  for (const connection of server.connections) if (connection.id === id) connection.close();
};

const NOT_NOW = (): Refusal => new Refusal(451, 'Could not be kept, come again later');

/** What the other side is told, with its code; of an error of ours it is told nothing. */
class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, words: string) {
    super(words);
    this.responseCode = responseCode;
  }
}

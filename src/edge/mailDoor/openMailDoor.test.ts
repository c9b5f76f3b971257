import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { beginMail, type SmtpTalk, smtpTalk } from '../../../test/world/smtpTalk.ts';
import { openMailReader } from './mailReader.ts';
import { type DoorLimits, type DoorMail, openMailDoor } from './openMailDoor.ts';

const OURS = 'task+abcdefghijklmnopqrstuvwxyz@tasks.example';

const openDoor = async (limits: Partial<DoorLimits> = {}, keeps = true) => {
  const taken: DoorMail[] = [];
  const reader = openMailReader();
  const door = await openMailDoor({
    port: 0,
    domain: 'tasks.example',
    weigh: reader.weigh,
    accept: async (address) => address === OURS,
    receive: async (mail) => {
      if (!keeps) throw new Error('the disk is full');
      taken.push(mail);
    },
    now: () => new Date('2026-12-01T10:00:00Z'),
    limits,
  });
  const close = async (): Promise<void> => {
    await door.close();
    await reader.close();
  };
  return { ...door, taken, [Symbol.asyncDispose]: close };
};

const mailOf = (text: string): string => `Subject: made\r\nMessage-ID: <1@made.example>\r\n\r\n${text}`;
const textOf = ({ raw }: DoorMail): string => Buffer.from(raw).toString('latin1');

test('a mail to an address that was given is kept, with what the dots before its lines hid', async () => {
  await using door = await openDoor();
  await using talk = await smtpTalk(door.port);
  assert.deepEqual(await beginMail(talk, OURS), ['250', '250', '250', '354']);
  talk.write(`${mailOf('..dot\r\nlast\r\n')}.\r\n`);
  assert.equal(await talk.answer(), '250 Kept');
  assert.deepEqual(door.taken.map(textOf), [mailOf('.dot\r\nlast\r\n')]);
  assert.deepEqual(door.taken[0]?.envelope, { from: 'ada@made.example', to: [OURS], peer: '127.0.0.1' });
});

describe('what comes after a false end of a mail is no second mail', () => {
  // The ends that one server or another once took for the real one, and some near them.
  const ends = [
    '\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r.\r\n', '\n.\r', '\r.\n', '\r\r\n.\r\r\n', '\r\n.\r\r\n',
    '\r\n\0.\r\n', '\r\n.\0\r\n', '\n\n.\r\n\n', '\r\n.\n\r\n', '\n..\n', '\r\0\n.\r\0\n',
  ]; // biome-ignore format: bytes
  const envelope = ['MAIL FROM:<eve@made.example>', `RCPT TO:<${OURS}>`, 'DATA'];
  const second = `${envelope.join('\r\n')}\r\nSubject: smuggled\r\n\r\nx\r\n.\r\n`;
  for (const way of ['at once', 'byte by byte']) {
    test(way, async () => {
      await using door = await openDoor();
      await using talk = await smtpTalk(door.port);
      await beginMail(talk, OURS);
      for (const end of ends) {
        const bytes = mailOf('first') + end + second;
        if (way === 'at once') talk.write(bytes);
        else await slowly(talk, bytes);
        assert.match(await talk.answer(), /^554 /, JSON.stringify(end));
        // One answer to all of it, and the line is in step.
        const codes: string[] = [];
        for (const line of ['NOOP', ...envelope]) codes.push(await talk.say(line));
        assert.deepEqual(codes, ['250', '250', '250', '354'], JSON.stringify(end));
      }
      assert.equal(door.taken.length, 0);
    });
  }
  test('a line of two dots is a line of one', async () => {
    await using door = await openDoor();
    await using talk = await smtpTalk(door.port);
    await beginMail(talk, OURS);
    await slowly(talk, `${mailOf('first\r\n..\r\nstill first')}\r\n.\r\n`);
    assert.equal(await talk.answer(), '250 Kept');
    assert.deepEqual(door.taken.map(textOf), [mailOf('first\r\n.\r\nstill first\r\n')]);
  });
});

/** In pieces of one byte around the middle, so that every end is cut everywhere. */
const slowly = async (talk: SmtpTalk, bytes: string): Promise<void> => {
  const at = mailOf('first').length;
  talk.write(bytes.slice(0, at));
  for (const byte of bytes.slice(at, at + 12)) {
    talk.write(byte);
    await new Promise((done) => setImmediate(done));
  }
  talk.write(bytes.slice(at + 12));
};

describe('the door', () => {
  test('takes no mail for others, and has no one sign in', async () => {
    await using door = await openDoor();
    await using talk = await smtpTalk(door.port);
    await talk.answer();
    talk.write('EHLO made.example\r\n');
    const words = await talk.answer();
    assert.doesNotMatch(words, /AUTH|STARTTLS|PIPELINING|VRFY/);
    assert.equal(await talk.say('AUTH PLAIN AGEAYg=='), '500');
    assert.equal(await talk.say('VRFY ada'), '500');
    assert.equal(await talk.say('MAIL FROM:<ada@made.example>'), '250');
    const others = [
      'list@vger.example',
      'postmaster@tasks.example',
      'task@tasks.example',
      `${OURS}.made.example`,
      `@x:${OURS}x`,
    ];
    for (const to of others) assert.equal(await talk.say(`RCPT TO:<${to}>`), '550', to);
    assert.equal(await talk.say('RCPT TO:<"a@b"@tasks.example>'), '501');
    assert.equal(await talk.say('DATA'), '503');
  });
  test('closes on who talks before its greeting', async () => {
    await using door = await openDoor();
    await using talk = await smtpTalk(door.port);
    talk.write(`EHLO made.example\r\nMAIL FROM:<eve@made.example>\r\nRCPT TO:<${OURS}>\r\nDATA\r\n`);
    assert.match(await talk.answer(), /^421 .*too soon/);
    assert.equal(await talk.answer(), '');
  });
  test('says that it could not keep a mail, so that it comes again', async () => {
    await using door = await openDoor({}, false);
    await using talk = await smtpTalk(door.port);
    await beginMail(talk, OURS);
    talk.write(`${mailOf('x')}\r\n.\r\n`);
    assert.match(await talk.answer(), /^451 /);
  });
  test('lets in so many at once, so many mails, so long', async () => {
    await using door = await openDoor({ connectionsOfPeer: 1, mails: { most: 1, span: 60_000 }, conversation: 1000 });
    await using talk = await smtpTalk(door.port);
    assert.equal(await talk.answer().then((words) => words.slice(0, 3)), '220');
    await using another = await smtpTalk(door.port);
    assert.match(await another.answer(), /^421 /);
    await talk.say('EHLO made.example');
    assert.equal(await talk.say('MAIL FROM:<ada@made.example>'), '250');
    assert.equal(await talk.say('RSET'), '250');
    assert.equal(await talk.say('MAIL FROM:<ada@made.example>'), '450');
    assert.equal(await talk.answer(), ''); // the conversation's time is over
  });
});

describe('weighed before anything reads it', () => {
  const over: readonly [string, string, string][] = [
    ['more than 10 MB', `${'x'.repeat(998)}\r\n`.repeat(10_500), '552'],
    ['a header of more than 256 KB', `X: ${'y'.repeat(900)}\r\n`.repeat(300), '554'],
    ['a line of more than 64 KB', `\r\n${'x'.repeat(65_600)}\r\n`, '554'],
    ['a zero byte', '\r\na\0b\r\n', '554'],
  ];
  for (const [name, bytes, code] of over) {
    test(name, async () => {
      await using door = await openDoor();
      await using talk = await smtpTalk(door.port);
      await beginMail(talk, OURS);
      talk.write(`${bytes}\r\n.\r\n`);
      assert.equal((await talk.answer()).slice(0, 3), code);
      assert.equal(await talk.say('NOOP'), '250');
      assert.equal(door.taken.length, 0);
    });
  }
});

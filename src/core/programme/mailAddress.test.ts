import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mailAddressOf, mailTokenDigest, mailTokenOf, readMailAddress } from './mailAddress.ts';

const random = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('an address made is read back, in any case that servers on the way write it', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const token = mailTokenOf(bytes);
      assert.match(token, /^[a-z2-7]{26}$/);
      const address = mailAddressOf('task', token, 'tasks.example');
      for (const written of [address, address.toUpperCase(), address.replace('tasks', 'Tasks')])
        assert.deepEqual(readMailAddress(written, 'tasks.example'), { purpose: 'task', token });
    }),
  );
});

test('each of the 128 bits counts', () => {
  const zero = mailTokenOf(new Uint8Array(16));
  const tokens = Array.from({ length: 128 }, (_, bit) =>
    mailTokenOf(Uint8Array.from({ length: 16 }, (_, at) => (at === bit >> 3 ? 1 << (bit & 7) : 0))),
  );
  assert.equal(new Set([zero, ...tokens]).size, 129);
  assert.throws(() => mailTokenOf(new Uint8Array(15)), RangeError);
});

test('no other address is ours', () => {
  const token = mailTokenOf(new Uint8Array(16));
  const others = [
    '', 'task@tasks.example', `task+${token}@tasks.example.org`, `task+${token}@xtasks.example`, `task+${token}`,
    `task+${token}a@tasks.example`, `task+${token.slice(1)}@tasks.example`, `post+${token}@tasks.example`,
    `task+${token}@made.example@tasks.example`, ` task+${token}@tasks.example`, `<task+${token}@tasks.example>`,
    `task+${token}\n@tasks.example`, `"task+${token}"@tasks.example`,
  ]; // biome-ignore format: addresses
  for (const address of others) assert.equal(readMailAddress(address, 'tasks.example'), undefined, address);
});

test('of a token its digest is kept', () => {
  const digest = '9976d549a25115dab4e36d0c1fb8f31cb07da87dd83275977360eb7dc09e88de'; // of sha256sum
  assert.equal(mailTokenDigest('a'.repeat(26)), digest);
});

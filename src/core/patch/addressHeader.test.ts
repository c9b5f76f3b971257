import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decodeHeader } from '../mail/decodeHeader.ts';
import { headerOf } from '../mail/mail.ts';
import { readMail } from '../mail/readMail.ts';
import { addressHeader, addressText } from './addressHeader.ts';
import { peopleIn } from './peopleIn.ts';

const table: readonly (readonly [name: string, address: string, written: string])[] = [
  ['Ada Made', 'ada@made.example', 'Ada Made <ada@made.example>'],
  ['', 'list@made.example', 'list@made.example'],
  ['Made, Ada', 'ada@made.example', '"Made, Ada" <ada@made.example>'],
  ['Ada "A." Made', 'ada@made.example', '"Ada \\"A.\\" Made" <ada@made.example>'],
  ['Ada (Made)', 'ada@made.example', '"Ada (Made)" <ada@made.example>'],
  ['Ädä', 'ada@made.example', '=?UTF-8?q?=C3=84d=C3=A4?= <ada@made.example>'],
  ['Ada\nBcc: all@made.example', 'ada@made.example', '"Ada Bcc: all@made.example" <ada@made.example>'],
  ['Ada', 'ada@made.example>, <all@made.example', 'Ada <ada@made.exampleall@made.example>'],
];
for (const [name, address, written] of table) {
  test(`as a header has it: ${written}`, () => assert.equal(addressText({ name, address }), written));
}

test('who is written is read', () => {
  const person = fc.record({
    name: fc.string({ unit: 'grapheme', maxLength: 60 }).map((name) => name.replace(/[\p{Cc}\s\ufffd]+/gu, ' ').trim()),
    address: fc.emailAddress().filter((address) => /^[\w.+@-]+$/.test(address)),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
      const header = addressHeader('Cc', people);
      assert.match(header, /^[ -~\n]*$/);
      const mail = readMail(`${header}\nSubject: x\n\nbody\n`, { file: '-', at: 1 });
      const read = peopleIn(headerOf(mail, 'Cc')?.raw ?? '').map((one) => ({ ...one, name: decodeHeader(one.name) }));
      assert.deepEqual(
        read,
        people.map((one) => ({ ...one })),
      );
    }),
  );
});

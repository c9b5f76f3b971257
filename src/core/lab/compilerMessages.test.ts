import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newMessages, readCompilerMessages } from './compilerMessages.ts';

const read = (output: string) => readCompilerMessages(output, '/t');

const before = `/t/mm/a.c: In function ‘f’:
/t/mm/a.c:10:6: warning: unused variable ‘x’ [-Wunused-variable]
/t/mm/a.c:12:1: warning: the frame size of 2064 bytes is larger than 2048 bytes [-Wframe-larger-than=]
In file included from /t/mm/a.c:3:
./include/generated/b.h:1: warning: "B" redefined
./include/generated/b.h:1: note: this is the location of the previous definition
`;

test('paths are those in the tree; what stands around is left out', () => {
  assert.deepEqual(
    read(before).map((one) => one.text),
    [
      'mm/a.c:10:6: warning: unused variable ‘x’ [-Wunused-variable]',
      'mm/a.c:12:1: warning: the frame size of 2064 bytes is larger than 2048 bytes [-Wframe-larger-than=]',
      './include/generated/b.h:1: warning: "B" redefined',
    ],
  );
});

test('a message that only moved is not new; one more of a kind is, and so is an error', () => {
  const moved = before.replace('10:6', '17:6').replace('2064', '2128');
  assert.deepEqual(newMessages(read(before), read(moved)), []);
  const more = `${moved}/t/mm/a.c:30:6: warning: unused variable ‘x’ [-Wunused-variable]
/t/mm/a.c:31:2: error: implicit declaration of function ‘g’ [-Werror=implicit-function-declaration]
/t/mm/a.c:1:10: fatal error: none.h: No such file or directory
cc1: error: something of its own
`;
  assert.deepEqual(
    newMessages(read(before), read(more)).map((one) => [one.kind, one.text]),
    [
      ['warning', 'mm/a.c:30:6: warning: unused variable ‘x’ [-Wunused-variable]'],
      ['error', 'mm/a.c:31:2: error: implicit declaration of function ‘g’ [-Werror=implicit-function-declaration]'],
      ['error', 'mm/a.c:1:10: fatal error: none.h: No such file or directory'],
      ['error', 'cc1: error: something of its own'],
    ],
  );
  assert.deepEqual(newMessages(read(more), read(before)), []);
});

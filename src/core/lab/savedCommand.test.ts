import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedCommand } from './savedCommand.ts';

test('a compile of 6.12, shortened: its options without the files, the list of headers and objtool', () => {
  const text = `savedcmd_mm/vmalloc.o := gcc -Wp,-MMD,mm/.vmalloc.o.d -nostdinc -I/t/include -I./include -Werror -Werror=date-time -O2   -DKBUILD_MODFILE='"mm/vmalloc"' -DX=\\"a\\ b\\" -DY="\\$\\"" -DHASH=$(pound)1 -DDOLLAR='$$' -c -o mm/vmalloc.o /t/mm/vmalloc.c   ; ./tools/objtool/objtool --hacks=jump_label mm/vmalloc.o

source_mm/vmalloc.o := /t/mm/vmalloc.c
`;
  assert.deepEqual(savedCommand(text), {
    compiler: [
      ...['gcc', '-nostdinc', '-I/t/include', '-I./include', '-Werror=date-time', '-O2'],
      ...['-DKBUILD_MODFILE="mm/vmalloc"', '-DX="a b"', '-DY=$"', '-DHASH=#1', '-DDOLLAR=$'],
    ],
    source: '/t/mm/vmalloc.c',
  });
});

test('one of 6.1, in a folder below the tree', () => {
  const text = 'cmd_fs/a.o := gcc -Wp,-MMD,fs/.a.o.d -I../include -c -o fs/a.o ../fs/a.c\n';
  assert.deepEqual(savedCommand(text), { compiler: ['gcc', '-I../include'], source: '../fs/a.c' });
});

test('what is no compile of one C file', () => {
  assert.equal(savedCommand('savedcmd_a.o := ld -r -o a.o b.o c.o\n'), undefined);
  assert.equal(savedCommand('savedcmd_a.o := gcc -c -o a.o a.S\n'), undefined);
  assert.equal(savedCommand('deps_a.o := \\\n'), undefined);
});

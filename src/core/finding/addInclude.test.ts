import assert from 'node:assert/strict';
import test from 'node:test';
import { editText } from '../patch/editText.ts';
import { addInclude } from './addInclude.ts';

const including = (text: string): string | undefined => {
  const edit = addInclude(text, 'overflow.h');
  const edited = edit && editText(text, [edit]);
  return edited?.kind === 'edited' ? edited.text : undefined;
};

const lines = (...names: string[]): string => names.map((name) => `#include <linux/${name}.h>\n`).join('');

test('in its place where the includes are in order', () => {
  assert.equal(including(lines('list', 'slab')), lines('list', 'overflow', 'slab'));
  assert.equal(including(lines('slab')), lines('overflow', 'slab'));
  assert.equal(including(lines('list', 'module')), lines('list', 'module', 'overflow'));
});

test('behind the last where they are not', () => {
  assert.equal(including(lines('slab', 'list', 'module')), lines('slab', 'list', 'module', 'overflow'));
});

test('other includes, text around and comments stay as they are', () => {
  const text = `// SPDX\n#include <asm/io.h>\n${lines('list').trimEnd()} /* lists */\n\n#include "own.h"\n\nint a;\n`;
  assert.equal(including(text), text.replace('/* lists */\n', '/* lists */\n#include <linux/overflow.h>\n'));
});

test('a file without any to stand beside gets none', () => {
  assert.equal(including('#include "own.h"\nint a;\n'), undefined);
  assert.equal(including(''), undefined);
});

test('not into an #if, but into an include guard', () => {
  const text = `${lines('list')}#ifdef CONFIG_X\n${lines('zlib')}#endif\n`;
  assert.equal(including(text), `${lines('list', 'overflow')}#ifdef CONFIG_X\n${lines('zlib')}#endif\n`);
  assert.equal(including(`#if A\n${lines('list')}#endif\n`), undefined);
  const guard = '#ifndef _A_H\n#define _A_H\n\n';
  assert.equal(including(`${guard}${lines('list')}\n#endif\n`), `${guard}${lines('list', 'overflow')}\n#endif\n`);
  assert.equal(including(`${guard}#if A\n${lines('list')}#endif\n#endif\n`), undefined);
});

test('with the line ends of the file', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  assert.equal(including(crlf(lines('list', 'slab'))), crlf(lines('list', 'overflow', 'slab')));
  assert.equal(including(crlf(lines('slab', 'list'))), crlf(lines('slab', 'list', 'overflow')));
  const guard = '#ifndef _A_H\n#define _A_H\n';
  assert.equal(including(crlf(guard + lines('list'))), crlf(guard + lines('list', 'overflow')));
});

test('at the end of a file without a newline', () => {
  assert.equal(including('#include <linux/list.h>'), '#include <linux/list.h>\n#include <linux/overflow.h>');
});

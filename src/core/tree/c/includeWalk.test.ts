import assert from 'node:assert/strict';
import test from 'node:test';
import { indexHeader } from './headerIndex.ts';
import { createIncludeWalk } from './includeWalk.ts';

const walkOver = (files: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const walk = createIncludeWalk((path) => {
    asked.push(path);
    return files[path] === undefined ? undefined : indexHeader(Buffer.from(files[path]));
  });
  return { asked, walk, seen: (path: string) => [...walk.filesSeenFrom(path)].map(([file]) => file) };
};

test('nearest first: the file, what it includes, and then what that includes', () => {
  const { seen } = walkOver({
    'drivers/a/a.c': '#include <linux/one.h>\n#include "a.h"\n',
    'drivers/a/a.h': '#include <linux/three.h>\n',
    'include/linux/one.h': '#include <linux/two.h>\n',
    'include/linux/two.h': '',
    'include/linux/three.h': '',
  });
  const [one, two, three] = ['include/linux/one.h', 'include/linux/two.h', 'include/linux/three.h'];
  assert.deepEqual(seen('drivers/a/a.c'), ['drivers/a/a.c', one, 'drivers/a/a.h', two, three]);
});

test('headers that include each other are seen once', () => {
  const { seen } = walkOver({
    'mm/a.c': '#include "b.h"\n#include "c.h"\n#include "b.h"\n',
    'mm/b.h': '#include "c.h"\n#include "b.h"\n',
    'mm/c.h': '#include "b.h"\n#include "a.c"\n',
  });
  assert.deepEqual(seen('mm/a.c'), ['mm/a.c', 'mm/b.h', 'mm/c.h']);
});

test('what is not there is passed over, and so is a file that is not there itself', () => {
  const { seen } = walkOver({ 'mm/a.c': '#include <gone.h>\n#include "gone.h"\n#include "b.h"\n', 'mm/b.h': '' });
  assert.deepEqual(seen('mm/a.c'), ['mm/a.c', 'mm/b.h']);
  assert.deepEqual(seen('mm/gone.c'), []);
});

test('a quoted header is looked for beside the file that includes it, dots and all', () => {
  const { seen } = walkOver({
    'drivers/a/b/c.c': '#include "../a.h"\n#include "./c.h"\n#include "own.h"\n',
    'drivers/a/a.h': '#include "own.h"\n',
    'drivers/a/own.h': '',
    'drivers/a/b/c.h': '',
    'drivers/a/b/own.h': '',
  });
  assert.deepEqual(seen('drivers/a/b/c.c').slice(1), [
    'drivers/a/a.h',
    'drivers/a/b/c.h',
    'drivers/a/b/own.h',
    'drivers/a/own.h',
  ]);
});

test('the header of the architecture that the file belongs to; x86 for all others', () => {
  const files = {
    'arch/arm64/kernel/a.c': '#include <asm/io.h>\n',
    'mm/a.c': '#include <asm/io.h>\n#include <asm/only.h>\n',
    'arch/arm64/include/asm/io.h': '',
    'arch/x86/include/asm/io.h': '',
    'include/asm-generic/only.h': '',
  };
  const { seen } = walkOver(files);
  assert.deepEqual(seen('arch/arm64/kernel/a.c').slice(1), ['arch/arm64/include/asm/io.h']);
  assert.deepEqual(seen('mm/a.c').slice(1), ['arch/x86/include/asm/io.h', 'include/asm-generic/only.h']);
});

test('headers of the interface to user space, and of a folder that a Makefile names with -I', () => {
  const { seen } = walkOver({
    'drivers/gpu/drm/a/b/c.c': '#include <linux/api.h>\n#include "near.h"\n#include <far.h>\n',
    'include/uapi/linux/api.h': '',
    'drivers/gpu/drm/a/include/near.h': '',
    'drivers/gpu/drm/far.h': '',
  });
  assert.deepEqual(seen('drivers/gpu/drm/a/b/c.c').slice(1), [
    'include/uapi/linux/api.h',
    'drivers/gpu/drm/a/include/near.h',
    'drivers/gpu/drm/far.h',
  ]);
});

test('one walk serves files of two architectures and of two folders', () => {
  const { seen } = walkOver({
    'arch/arm/a.c': '#include <linux/a.h>\n',
    'mm/a.c': '#include <linux/a.h>\n#include "own.h"\n',
    'fs/a.c': '#include <linux/a.h>\n#include "own.h"\n',
    'include/linux/a.h': '#include <asm/a.h>\n',
    'arch/arm/include/asm/a.h': '',
    'arch/x86/include/asm/a.h': '',
    'mm/own.h': '',
    'fs/own.h': '',
  });
  assert.ok(seen('arch/arm/a.c').includes('arch/arm/include/asm/a.h'));
  assert.ok(seen('mm/a.c').includes('arch/x86/include/asm/a.h'));
  assert.ok(seen('mm/a.c').includes('mm/own.h'));
  assert.ok(seen('fs/a.c').includes('fs/own.h') && !seen('fs/a.c').includes('mm/own.h'));
});

test('the walk ends, however many headers there are', () => {
  const files = Object.fromEntries(
    Array.from({ length: 4000 }, (_, n) => [`include/linux/h${n}.h`, `#include <linux/h${n + 1}.h>\n`]),
  );
  assert.ok(walkOver(files).seen('include/linux/h0.h').length < 2000);
});

test('the headers of a file’s own folder', () => {
  const { walk } = walkOver({
    'mm/a.c': '#include "b.h"\n#include "../fs/c.h"\n#include "x/d.h"\n#include <linux/e.h>\n',
  });
  assert.deepEqual(walk.ownHeaders('mm/a.c'), ['mm/b.h']);
});

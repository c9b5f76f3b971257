import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig, readKbuild } from './kbuildMakefile.ts';

test('a .config: what is on, as m or y, and values without their quotes; what is off is not there', () => {
  const text = [
    '#',
    '# Linux/x86 6.12.117 Kernel Configuration',
    '#',
    'CONFIG_A=y',
    'CONFIG_B=m',
    '# CONFIG_C is not set',
    'CONFIG_D="a \\"b\\" c"',
    'CONFIG_E=0x10',
    'CONFIG_F=""',
    '',
  ].join('\n');
  const found = { CONFIG_A: 'y', CONFIG_B: 'm', CONFIG_D: 'a \\"b\\" c', CONFIG_E: '0x10', CONFIG_F: '' };
  assert.deepEqual(Object.fromEntries(parseConfig(text)), found);
});

const config = new Map(Object.entries({ CONFIG_Y: 'y', CONFIG_M: 'm', CONFIG_64BIT: 'y' }));
const read = (lines: readonly string[], include?: (path: string) => string | undefined) =>
  readKbuild(lines.join('\n'), [new Map([['src', 'drivers/foo']]), config], include);

test('lists under a configuration, over more lines, with comments', () => {
  const makefile = read([
    '# SPDX-License-Identifier: GPL-2.0',
    'obj-$(CONFIG_Y)\t+= a.o b.o # and so on',
    'obj-$(CONFIG_M)\t+= c.o \\',
    '\t\t   d.o\t\\',
    '           sub/',
    'obj-$(CONFIG_OFF) += off.o',
    'obj-$(subst m,y,$(CONFIG_M)) += forced.o',
    'foo-objs := x.o y.o',
    'foo-$(CONFIG_Y) += z.o',
  ]);
  assert.deepEqual(makefile.list('obj-y'), ['a.o', 'b.o', 'forced.o']);
  assert.deepEqual(makefile.list('obj-m'), ['c.o', 'd.o', 'sub/']);
  assert.deepEqual(makefile.list('foo-objs'), ['x.o', 'y.o']);
  assert.deepEqual(makefile.list('foo-y'), ['z.o']);
  assert.deepEqual(makefile.list('none'), []);
  assert.deepEqual(makefile.passedOver, [{ words: ['off.o'], options: ['CONFIG_OFF'] }]);
  assert.equal(makefile.unsure, false);
});

test('conditions of each kind, one within the other, and what the branches not taken would have', () => {
  const makefile = read([
    'ifdef CONFIG_Y',
    '  obj-y += one.o',
    '  ifeq ($(CONFIG_M),y)',
    '    obj-y += no.o',
    '  else ifneq ($(CONFIG_M)$(CONFIG_OFF),)',
    '    obj-y += two.o',
    '  else',
    '    obj-y += never.o',
    '  endif',
    'else',
    '  obj-y += neither.o',
    'endif',
    'ifeq "$(CONFIG_OFF)" ""',
    'obj-y += three.o',
    'endif',
    'ifneq ($(filter y,$(CONFIG_OFF) $(CONFIG_Y)),)',
    'obj-y += four.o',
    'endif',
    'ifndef CONFIG_64BIT',
    'obj-y += small.o',
    'endif',
  ]);
  assert.deepEqual(makefile.list('obj-y'), ['one.o', 'two.o', 'three.o', 'four.o']);
  assert.deepEqual(makefile.passedOver, [
    { words: ['no.o'], options: ['CONFIG_M'] },
    { words: ['never.o'], options: ['CONFIG_M', 'CONFIG_OFF'] },
    { words: ['neither.o'], options: ['CONFIG_Y'] },
    { words: ['small.o'], options: ['CONFIG_64BIT'] },
  ]);
});

test('each way to set: at once, later, added, only if not set; rules and their recipes set nothing', () => {
  const makefile = read([
    'now := $(name)',
    'later = $(name)',
    'name := late',
    'later += more',
    'now += $(name)',
    'name ?= other',
    'fresh ?= new',
    'export shown := yes',
    '$(obj)/gen.h: obj-y += wrong.o',
    '$(obj)/gen.h: $(src)/gen.sh FORCE',
    '\tobj-y += wrong.o',
    'CFLAGS_a.o := -DX=1 # obj-y += wrong.o',
    'define many',
    'obj-y += wrong.o',
    'endef',
  ]);
  const lists = ['now', 'later', 'name', 'fresh', 'shown', 'obj-y'].map((name) => makefile.list(name).join(' '));
  assert.deepEqual(lists, ['late', 'late more', 'late', 'new', 'yes', '']);
});

test('included files count as if they stood there; one that is not there makes the lists unsure, unless it may be absent', () => {
  const files: Readonly<Record<string, string>> = { 'drivers/foo/Makefile.more': 'obj-y += more.o\nname := set' };
  const include = (path: string) => files[path];
  const makefile = read(['include $(src)/Makefile.more', '-include none', 'obj-y += $(name).o'], include);
  assert.deepEqual([makefile.list('obj-y'), makefile.unsure], [['more.o', 'set.o'], false]);
  assert.equal(read(['include $(src)/Makefile.none'], include).unsure, true);
});

test('a list that a command or a folder goes into is unsure, flags are not', () => {
  const unsure = (...lines: readonly string[]) => read(lines).unsure;
  assert.equal(unsure('obj-y += $(notdir $(wildcard $(src)/*.c))'), true);
  assert.equal(unsure('files := $(shell ls)', 'foo-objs := $(files:.c=.o)'), true);
  assert.equal(
    unsure('ccflags-y += $(shell cat flags)', 'subdir-ccflags-y += $(call cc-option,-W)', 'obj-y += a.o'),
    false,
  );
});

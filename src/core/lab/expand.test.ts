import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { expand, type MakeScope } from './expand.ts';

const variables = {
  list: 'b.c a.o dir/c.c  a.o',
  CONFIG_X: 'y',
  CONFIG_M: 'm',
  'foo-y': 'one.o two.o',
  name: 'foo',
  empty: '',
  twice: '$(1) and $(1)$(2)',
  later: '$(name)-$(CONFIG_X)',
};

const scope = (): MakeScope => ({
  variables: new Map(Object.entries(variables).map(([name, text]) => [name, { text, deferred: true, unsure: false }])),
  given: [],
  unsure: false,
});

const texts = [
  'plain $$ text',
  '$(list) ${list}',
  '$($(name)-y)',
  '$($(name)-$(CONFIG_X))',
  '$(later)',
  '$(none)x',
  '$(list:.c=.o)',
  '$(list:%.c=obj/%.o)',
  '$(foo-y:.o=-objs)',
  '$(addprefix sub/,$(foo-y))',
  '$(addsuffix /, a b)',
  '$(subst m,y,$(CONFIG_M))',
  '$(subst /,-,a/b/c)',
  '$(patsubst %.c,%.o,$(list))',
  '$(patsubst %/,%,a/ b c/)',
  '$(filter %.o a%,$(list) abc)',
  '$(filter-out %.o,$(list))',
  '$(sort $(list))',
  '$(strip  a   b )',
  '$(findstring y,$(CONFIG_X)$(CONFIG_M)) $(findstring z,y)',
  '$(if $(CONFIG_X),yes,no) $(if $(empty),yes,no) $(if $(empty),yes)',
  '$(or $(empty),$(CONFIG_M),z) $(and $(CONFIG_X),$(CONFIG_M)) $(and $(CONFIG_X),$(empty))',
  '$(foreach f,a b,$(f).o $(f)$(name))',
  '$(call twice,x,y) $(call twice,$(name))',
  '$(dir a/b.c c.c) $(notdir a/b.c c.c) $(basename a/b.c d.e/f)',
  '$(word 2,a b c) $(words a b c) $(firstword a b) $(lastword a b)',
  '$(if $(filter y m,$(CONFIG_M)),(in) parentheses)',
  '$(addprefix $(if $(CONFIG_X),x,y)-,a b)',
];

test('texts come out as GNU make has them', (t) => {
  const lines = Object.entries(variables).map(([name, text]) => `${name} = ${text}`);
  const asked = texts.map((text) => `$(info [${text}])`);
  const made = spawnSync('make', ['-f', '-'], {
    input: [...lines, ...asked, 'all:;@:', ''].join('\n'),
    encoding: 'utf8',
  });
  if (made.error) return t.skip('because make is not installed: sudo apt-get install make');
  const wanted = made.stdout.split('\n').slice(0, texts.length);
  assert.deepEqual(
    texts.map((text) => `[${expand(text, scope())}]`),
    wanted,
  );
});

test('what only make can say is noted, and what goes into no list is not', () => {
  const unsure = (text: string) => {
    const own = scope();
    expand(text, own);
    return own.unsure;
  };
  assert.deepEqual(['$(shell ls)', '$(wildcard *.c)', '$(eval x := y)'].map(unsure), [true, true, true]);
  assert.deepEqual(['$(call cc-option,-Wx)', '$(warning no)', '$(if $(empty),$(shell ls))'].map(unsure), [
    false,
    false,
    false,
  ]);
});

test('what make would end with an error for comes to an end here', () => {
  const own = scope();
  own.variables.set('loop', { text: '$(loop) x', deferred: true, unsure: false });
  expand('$(loop)', own);
  assert.equal(own.unsure, true);
  for (const text of ['$(', '${x', '$', '$(subst', '$(subst a', '$(word x,y)', '$(if']) expand(text, scope());
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { perlText } from './perlText.ts';
import { defaultSettings, withOptions, wordsOfConfiguration } from './settings.ts';

test('a configuration as U-Boot has it', () => {
  const words = wordsOfConfiguration(
    '--git # with history\n\n  --git-since 6-months-ago\n# --nom\n--git-max-maintainers=2\n',
    perlText({ unicode: true }),
  );
  assert.deepEqual(words, ['--git', '--git-since', '6-months-ago', '--git-max-maintainers=2']);
  const { settings, unknown } = withOptions(defaultSettings, words);
  assert.deepEqual(settings, { ...defaultSettings, git: true, gitSince: '6-months-ago', gitMaxMaintainers: 2 });
  assert.deepEqual(unknown, []);
});

test('every way to say no, one dash, any case; what is not known is named', () => {
  const { settings, unknown } = withOptions(defaultSettings, [
    '--nogit-fallback',
    '-no-M',
    '--norolestats',
    '--scm',
    '--Separator=; ',
  ]);
  assert.deepEqual(settings, {
    ...defaultSettings,
    gitFallback: false,
    maintainers: false,
    roleStats: false,
    separator: '; ',
  });
  assert.deepEqual(unknown, ['--scm']);
});

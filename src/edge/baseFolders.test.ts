import assert from 'node:assert/strict';
import { userInfo } from 'node:os';
import { test } from 'node:test';
import { baseFolders } from './baseFolders.ts';

const below = (home: string) => ({
  config: `${home}/.config/patchling`,
  data: `${home}/.local/share/patchling`,
  cache: `${home}/.cache/patchling`,
  state: `${home}/.local/state/patchling`,
});

test('without XDG variables the folders lie below the home folder', () => {
  assert.deepEqual(baseFolders({ HOME: '/home/ada' }), below('/home/ada'));
});

test('the variables are followed', () => {
  const folders = baseFolders({
    HOME: '/home/ada',
    XDG_CONFIG_HOME: '/c',
    XDG_DATA_HOME: '/d/',
    XDG_CACHE_HOME: '/big/cache',
    XDG_STATE_HOME: '/s',
  });
  assert.deepEqual(folders, {
    config: '/c/patchling',
    data: '/d/patchling',
    cache: '/big/cache/patchling',
    state: '/s/patchling',
  });
});

test('relative and empty values are ignored, as the specification says', () => {
  const env = {
    HOME: '/home/ada',
    XDG_CONFIG_HOME: '',
    XDG_DATA_HOME: 'data',
    XDG_CACHE_HOME: './c',
    XDG_STATE_HOME: '~',
  };
  assert.deepEqual(baseFolders(env), below('/home/ada'));
});

test('without HOME the account says where home is', () => {
  assert.deepEqual(baseFolders({}), below(userInfo().homedir));
  assert.deepEqual(baseFolders({ HOME: 'here' }), below(userInfo().homedir));
});

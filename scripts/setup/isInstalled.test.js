import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInstalled } from './isInstalled.js';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    'node_modules/@x/tools': { link: true },
    tools: {},
  },
};
const { '': _, 'node_modules/b-darwin': __, ...here } = lock.packages;

const cases = [
  { name: 'all that this machine takes', installed: here, expected: true },
  { name: 'a package is missing', installed: { 'node_modules/@x/tools': { link: true } }, expected: false },
  { name: 'another version', installed: { ...here, 'node_modules/a': { version: '0.9.0' } }, expected: false },
  { name: 'one too many', installed: { ...here, 'node_modules/c': { version: '1.0.0' } }, expected: false },
];

for (const { name, installed, expected } of cases) {
  test(`is installed: ${name}`, () => assert.equal(isInstalled(lock, { packages: installed }), expected));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planInstall } from './planInstall.js';

const situation = {
  missing: ['bison', 'flex'],
  apt: true,
  root: true,
  sudo: false,
  terminal: false,
  before: undefined,
  now: Date.UTC(2026, 10, 20, 12),
};
/** @param {'refused' | 'failed'} outcome @param {string[]} missing @param {number} minutesAgo */
const before = (outcome, missing, minutesAgo) => ({ outcome, missing, at: situation.now - minutesAgo * 60_000 });

/** @type {{ name: string, change: Partial<import('./planInstall.js').Situation>, expected: string }[]} */
const cases = [
  { name: 'nothing is missing', change: { missing: [] }, expected: 'nothing' },
  { name: 'root without a terminal goes on', change: {}, expected: 'install' },
  { name: 'root on a terminal is asked', change: { terminal: true }, expected: 'ask' },
  { name: 'sudo on a terminal is asked', change: { root: false, sudo: true, terminal: true }, expected: 'ask' },
  { name: 'sudo without a terminal cannot ask for a password', change: { root: false, sudo: true }, expected: 'tell' },
  { name: 'neither root nor sudo', change: { root: false, terminal: true }, expected: 'tell' },
  { name: 'another system', change: { apt: false }, expected: 'tell' },
  { name: 'a no is kept', change: { before: before('refused', ['bison', 'flex'], 9999) }, expected: 'tell' },
  { name: 'a no to something else', change: { before: before('refused', ['bison'], 1) }, expected: 'install' },
  { name: 'it has just failed', change: { before: before('failed', ['bison', 'flex'], 1) }, expected: 'tell' },
  { name: 'it failed long ago', change: { before: before('failed', ['bison', 'flex'], 61) }, expected: 'install' },
];

for (const { name, change, expected } of cases) {
  test(`plan: ${name}`, () => assert.equal(planInstall({ ...situation, ...change }).do, expected));
}

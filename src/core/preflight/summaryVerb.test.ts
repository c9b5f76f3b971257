import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summaryVerb } from './summaryVerb.ts';

const orders: readonly (readonly [summary: string, order: string | undefined])[] = [
  ['Added a count', 'add'],
  ['adds a count', 'add'],
  ['Adding a count', 'add'],
  ['Dropped support', 'drop'],
  ['Dropping support', 'drop'],
  ['Modifies the loop', 'modify'],
  ['modified the loop', 'modify'],
  ['Made it static', 'make'],
  ['Moving the loop', 'move'],
  ['Fixes a leak', 'fix'],
  ['Fixed leak', 'fix'],
  ['Add a count', undefined],
  ['fixed regulators on the board', undefined],
  ['Fixed-rate clocks', undefined],
  ['Supported boards', undefined],
  ['Updates for v6.12', undefined],
  ['Checks are too late', undefined],
  ['Status of the device', undefined],
  ['Split the loop', undefined],
  ['Set the count', undefined],
  ['Adds', undefined],
  ['', undefined],
];
for (const [summary, order] of orders) {
  test(`"${summary}"`, () => assert.equal(summaryVerb(summary)?.order, order));
}

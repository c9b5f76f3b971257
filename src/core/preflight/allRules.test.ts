import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { allRules } from './allRules.ts';
import { packs, treePacks } from './packs.ts';

test('names are unique, kebab-case, and say what is wrong in few words', () => {
  const names = allRules.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
  for (const { name, title } of allRules) {
    assert.match(name, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/);
    assert.doesNotMatch(title, /\.$/, name);
  }
});

test('every file of rules is asked', () => {
  const folder = new URL('./rules/', import.meta.url);
  const text = readFileSync(new URL('./allRules.ts', import.meta.url), 'utf8');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.ts$/.test(path),
  );
  const rules = files.filter((path) =>
    /: readonly PreflightRule\[\] =/.test(readFileSync(new URL(path, folder), 'utf8')),
  );
  assert.ok(rules.length > 50);
  for (const path of rules) assert.ok(text.includes(`'./rules/${path}'`), `${path} is not in allRules.ts`);
});

test('a rule of a pack names one that there is', () => {
  const names = new Set([...packs, ...treePacks].map(({ name }) => name));
  for (const { name, pack } of allRules) assert.ok(pack === undefined || names.has(pack), `${name}: ${pack}`);
});

test('of our list of process rules at least 120 are decided', (t) => {
  const covered = new Set(allRules.flatMap(({ covers }) => covers));
  t.diagnostic(`${allRules.length} rules decide ${covered.size} of the 216 lines of the list`);
  assert.ok(covered.size >= 120);
});

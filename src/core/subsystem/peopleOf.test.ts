import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIdents } from './idents.ts';
import { peopleOf } from './peopleOf.ts';

const hash = (text: string): number => [...text].reduce((sum, unit) => (sum * 31 + unit.charCodeAt(0)) % 2 ** 40, 7);

/** The people of some idents, each with the time of a first commit. */
const among = (who: readonly (readonly [address: string, name: string, first: number])[], mailmap = '') => {
  const idents = createIdents(hash);
  const places = who.map(([address, name]) => idents.placeOf(`${address}\n${name}`));
  const known = idents.list.map((ident, place) => ({ ...ident, first: who[places.indexOf(place)]?.[2] ?? 0 }));
  const people = peopleOf(known, mailmap, hash);
  const persons = places.map((place) => people.of(place));
  return {
    same: (one: number, other: number) => persons[one] === persons[other],
    firstOf: (one: number) => people.firstOf(persons[one] ?? -1),
  };
};

test('the same address or the same full name is one person, in any case', () => {
  const people = among([
    ['jane@old.example', 'Jane Doe', 100],
    ['JANE@new.example', 'jane doe', 900],
    ['jane@new.example', 'jane', 950],
    ['root@localhost', 'root', 5],
    ['root@elsewhere', 'root', 6],
  ]);
  assert.ok(people.same(0, 1) && people.same(1, 2));
  assert.equal(people.firstOf(2), 100);
  assert.equal(people.same(3, 4), false);
  assert.equal(people.same(0, 3), false);
});

test('a line of .mailmap joins what it names, in each of its forms', () => {
  const mailmap = `# Jane <jane@example> <john@example>
Proper Name <a@example>   # a remark
<b@proper> <b@example>
Cee Dee <c@proper> <c@example>
Eff Gee <f@proper> Other Name <f@example>
`;
  const who = ['a', 'b', 'c', 'f'].flatMap((one) => [
    [`${one}@example`, one, 10] as const,
    [`${one}@proper`, one, 20] as const,
  ]);
  const people = among(
    [...who, ['z@example', 'Proper Name', 3], ['jane@example', 'j', 1], ['john@example', 'k', 2]],
    mailmap,
  );
  assert.ok(people.same(0, 8) && !people.same(0, 1));
  assert.ok(people.same(2, 3) && people.same(4, 5) && people.same(6, 7));
  assert.equal(people.same(9, 10), false);
  assert.equal(people.firstOf(0), 3);
});

test('who never wrote a commit has no first one', () => {
  const people = among([
    ['r@example', 'R Viewer', 0],
    ['s@example', 'S Viewer', 7],
  ]);
  assert.deepEqual([people.firstOf(0), people.firstOf(1)], [undefined, 7]);
});

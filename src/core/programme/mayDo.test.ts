import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { matrixOfCopy } from '../../../test/world/matrixOfCopy.ts';
import { askedDeeds, permissionMatrix } from '../../../test/world/permissionMatrix.ts';
import { mayDo } from './mayDo.ts';

const kept = new URL('../../../test/data/programme/mayDo.txt', import.meta.url);
const source = new URL('./mayDo.ts', import.meta.url);

test('every role with every deed, object and field, as it was reviewed', (t) => {
  const { text, questions } = permissionMatrix(mayDo);
  if (process.argv.includes('--update')) writeFileSync(kept, text);
  t.diagnostic(`${questions} questions`);
  assert.equal(
    text,
    readFileSync(kept, 'utf8'),
    'node src/core/programme/mayDo.test.ts --update rewrites it: review it',
  );
});

test('no deed is left out of the matrix', () => {
  const union = readFileSync(source, 'utf8').split('export const mayDo')[0] ?? '';
  const written = new Set(
    [...union.matchAll(/readonly do: ((?:'[a-z-]+'[ |\n]*)+)/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name),
    ),
  );
  assert.deepEqual([...askedDeeds].toSorted(), [...written].toSorted());
});

test('with any line of it taken out, the matrix is another', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'patchling-may-'));
  t.after(() => rm(folder, { recursive: true }));
  const text = readFileSync(source, 'utf8').replace("'./role.ts'", `'${new URL('./role.ts', source).href}'`);
  const right = permissionMatrix(mayDo).text;
  const survivors: string[] = [];
  let tried = 0;
  for (const [at, mutant] of mutants(text).entries()) {
    const file = join(folder, `mayDo${at}.ts`);
    writeFileSync(file, mutant.text);
    tried++;
    if ((await matrixOfCopy(file)) === right) survivors.push(mutant.without);
  }
  t.diagnostic(`${tried} changes, each was noticed`);
  assert.ok(tried > 60);
  assert.deepEqual(survivors, []);
});

/** A condition that never refuses, one that always does, a role less, a return that is missing: one a copy. */
function mutants(text: string): { readonly text: string; readonly without: string }[] {
  const start = text.indexOf('export const mayDo');
  const lines = text.slice(start).split('\n');
  const head = text.slice(0, start);
  return lines.flatMap((line, at) => {
    const put = (changed: string) => ({
      text: head + lines.with(at, changed).join('\n'),
      without: `${line.trim()} → ${changed.trim()}`,
    });
    const condition = /^(\s*)if \((.*)\) (return .*)$/.exec(line);
    const choice = /^(.*return )(.+?) (\? .*)$/.exec(line);
    return [
      ...(condition ? [put(''), put(`${condition[1]}${condition[3]}`)] : []),
      ...(choice && !condition ? [put(`${choice[1]}true ${choice[3]}`), put(`${choice[1]}false ${choice[3]}`)] : []),
      ...(/^ {4,}return /.test(line) ? [put(line.replace('return ', 'void '))] : []),
      ...[...line.matchAll(/, '(?:lead mentor|organiser|mentor)'/g)].map(({ index, 0: role }) =>
        put(line.slice(0, index) + line.slice(index + role.length)),
      ),
    ];
  });
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Bench, openBench } from './workbench.ts';

/** `test/data/finding/SHAPE/*.c`: the verdict on top, then a file; UPDATE=1 writes the verdicts anew. */
const folder = fileURLToPath(new URL('../data/finding/', import.meta.url));
const update = process.env['UPDATE'] === '1';

/** What was found, as the first line says it; of a ready site the edited call is the last line of the comment. */
const verdictOn = (bench: Bench, text: string, shape: string): string => {
  const judged = bench.judge(text);
  assert.equal(judged.length, 1, 'a fixture has one site');
  const [{ site } = assert.fail()] = judged;
  assert.equal(
    site.shape.replaceAll(/ (\w)/g, (_all, letter: string) => letter.toUpperCase()),
    shape,
  );
  if (site.fix !== 'ready') {
    assert.equal(bench.fixed(text), text, 'nothing is edited');
    return `// ${site.fix}: ${site.reasons.join(', ')}`;
  }
  const after = bench.judge(bench.fixed(text));
  assert.deepEqual(after, [], 'a second run finds nothing');
  return `// ready: ${site.replacement}`;
};

for (const shape of readdirSync(folder)) {
  for (const name of readdirSync(join(folder, shape))) {
    test(`${shape}/${name}`, async () => {
      const file = join(folder, shape, name);
      const [said = '', ...rest] = readFileSync(file, 'utf8').split('\n');
      const verdict = verdictOn(await openBench(), rest.join('\n'), shape);
      if (update) writeFileSync(file, [verdict, ...rest].join('\n'));
      else assert.equal(said, verdict, 'run it with UPDATE=1 and read what changed');
    });
  }
}

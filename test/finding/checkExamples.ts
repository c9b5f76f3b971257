import assert from 'node:assert/strict';
import test from 'node:test';
import type { Example } from '../../src/core/finding/rule.ts';
import { openBench } from './workbench.ts';

/** Each example is found, judged and edited as it says; its result parses, and a second run finds nothing there. */
export const checkExamples = (rule: { readonly name: string; readonly examples: readonly Example[] }): void => {
  for (const example of rule.examples) {
    test(`${rule.name}: ${example.before}`, async () => {
      const bench = await openBench();
      const text = functionWith(example, example.before);
      const judged = bench.judge(text);
      assert.equal(judged.length, 1, 'one site is found');
      const [{ site } = assert.fail()] = judged;
      assert.equal(site.errors, 'none');
      if (example.refused !== undefined) {
        assert.equal(site.reasons[0], example.refused);
        assert.notEqual(site.fix, 'ready');
        assert.equal(bench.fixed(text), text, 'nothing is edited');
        return;
      }
      assert.deepEqual(site.reasons, []);
      const after = bench.fixed(text);
      assert.equal(after, functionWith(example, example.after ?? assert.fail('an example says what comes of it')));
      assert.deepEqual(bench.judge(after), [], 'a second run finds nothing');
    });
  }
};

const functionWith = ({ given = '' }: Example, statements: string): string =>
  `#include <linux/slab.h>\n${given}\n\nstatic void f(int n, int m, size_t len, int width, int height)\n{\n\tstruct made *p;\n\tvoid *q;\n\n\t${statements}\n}\n`;

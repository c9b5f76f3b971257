import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PreflightRule, Source } from '../../src/core/preflight/rule.ts';
import { findSection } from '../../src/core/tree/documentSection.ts';
import { kernelTree } from '../world/kernelTree.ts';

/** Every key phrase is short, and is found again below its heading: in the tree at hand, where that has the file. */
export const checkSources = (rules: readonly PreflightRule[]): void => {
  const trees = [kernelTree(), process.env['PATCHLING_HISTORY']].filter((tree) => tree !== undefined);
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string): string | undefined => {
    if (!texts.has(file))
      texts.set(
        file,
        trees.map((tree) => read(join(tree, file))).find((text) => text !== undefined),
      );
    return texts.get(file);
  };
  for (const { name, sources } of rules) {
    test(`${name}: its sources`, (t) => {
      assert.ok(sources.length > 0, 'it has none');
      for (const source of sources) {
        assert.ok(source.phrase.trim().split(/\s+/).length <= 8, `too long: "${source.phrase}"`);
        if (source.newerThan !== undefined || source.olderThan !== undefined) continue;
        const text = textOf(source.file);
        if (text === undefined) {
          t.diagnostic(`not looked for: ${source.file}`);
          continue;
        }
        assert.ok(isFound(text, source), `${source.file}, "${source.heading}": "${source.phrase}" is not there`);
      }
    });
  }
};

const isFound = (text: string, { heading, phrase }: Source): boolean =>
  findSection(text, heading, phrase)?.phrase !== undefined;

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Documents, readDocuments } from '../../src/core/preflight/foundSource.ts';
import type { PreflightRule, Source } from '../../src/core/preflight/rule.ts';
import { findSection } from '../../src/core/tree/documentSection.ts';
import { kernelTree } from '../world/kernelTree.ts';
import { olderThan } from '../world/olderThan.ts';

/** The release whose documents the sources are written from. */
const RELEASE = '6.12';

/** Every key phrase is short, and is found again below its heading: in the tree at hand, where that has the file. */
export const checkSources = (rules: readonly PreflightRule[]): void => {
  const trees = [kernelTree(), process.env['PATCHLING_HISTORY']].filter((tree) => tree !== undefined);
  const texts = new Map<string, { text: string; tree: string } | undefined>();
  const fileOf = (file: string): { text: string; tree: string } | undefined => {
    if (!texts.has(file)) texts.set(file, firstOf(trees, file));
    return texts.get(file);
  };
  const documents = readDocuments((file) => fileOf(file)?.text);
  for (const { name, sources } of rules) {
    test(`${name}: its sources`, (t) => {
      assert.ok(sources.length > 0, 'it has none');
      let older: string | undefined;
      for (const source of sources) {
        assert.ok(source.phrase.trim().split(/\s+/).length <= 8, `too long: "${source.phrase}"`);
        if (source.newerThan !== undefined || source.olderThan !== undefined) continue;
        const file = fileOf(source.file);
        if (file === undefined) {
          t.diagnostic(`not looked for: ${source.file}`);
          continue;
        }
        if (isFound(file.text, source)) continue;
        older = olderThan(file.tree, RELEASE);
        const what = `${source.file}, "${source.heading}": "${source.phrase}" is not there`;
        assert.ok(older !== undefined, what);
      }
      if (older !== undefined) checkOlder(t, documents, sources, older);
    });
  }
};

/** An older tree says it elsewhere or in other words, and then these are shown; or it does not say it yet. */
const checkOlder = (t: TestContext, documents: Documents, sources: readonly Source[], older: string): void => {
  const said = documents.find(sources);
  if (said)
    return assert.ok(
      sources.some(({ phrase }) => folded(said.words).includes(folded(phrase))),
      said.words,
    );
  assert.equal(documents.state(sources), 'moved', 'what is found must be shown');
  assert.ok(!sources.some((source) => source.olderThan !== undefined), 'its older words are not there either');
  t.skip(`${older}, whose documents do not say so: the rule is not asked there`);
};

const isFound = (text: string, { heading, phrase }: Source): boolean =>
  findSection(text, heading, phrase)?.phrase !== undefined;

const folded = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

const firstOf = (trees: readonly string[], file: string): { text: string; tree: string } | undefined => {
  for (const tree of trees) {
    const text = read(join(tree, file));
    if (text !== undefined) return { text, tree };
  }
  return undefined;
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

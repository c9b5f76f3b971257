import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { olderThan } from '../../../test/world/olderThan.ts';
import { dialectOf, newestDialect } from './dialect.ts';

test('the script of 6.12 is the one that a tree without a script is answered as', (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  const older = olderThan(tree, '6.12');
  if (older !== undefined) return t.skip(older);
  const script = readFileSync(join(tree, 'scripts/get_maintainer.pl'), 'utf8');
  assert.deepEqual(dialectOf(script), newestDialect);
  assert.deepEqual(dialectOf(undefined), newestDialect);
});

test('what changed between versions is read from the text', () => {
  const old = dialectOf(
    'push(@penguin_chief, "Tom RINI:trini\\@konsulko.com");\n#push(@penguin_chief, "No Body:n\\@b");\n',
  );
  assert.deepEqual(old.chiefs, [{ name: 'Tom RINI', address: 'trini@konsulko.com' }]);
  assert.deepEqual(
    [old.unicode, old.keywordsInFile, old.namesKeyword, old.readsFixes, old.quotesForeignNames],
    [false, true, false, false, true],
  );
  assert.equal(dialectOf('my $role = "maintainer";\n    my $subsystem = x;').statusInRole, false);
});

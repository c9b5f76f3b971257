import assert from 'node:assert/strict';
import test from 'node:test';
import { replyArchive } from './replyArchive.ts';

const table: readonly (readonly [lists: readonly string[], archive: string | undefined])[] = [
  [['netdev@vger.kernel.org'], 'netdev'],
  [['linux-mm@kvack.org', 'linux-kernel@vger.kernel.org'], 'linux-mm'],
  [['linux-kernel@vger.kernel.org', 'rcu@vger.kernel.org (moderated for non-subscribers)'], 'rcu'],
  [['virtualization@lists.linux.dev'], 'virtualization'],
  [['linux-kernel@vger.kernel.org'], undefined],
  [['made@vger.kernel.org.example.net', 'made@subspace.kernel.org'], undefined],
  [['u-boot@lists.denx.de'], undefined],
  [[], undefined],
];

test('the archive of its own list, where lore has it', () => {
  for (const [lists, name] of table) {
    const archive = replyArchive(lists);
    if (name === undefined) assert.equal(archive, undefined, lists.join());
    else assert.ok(archive?.startsWith(`https://lore.kernel.org/${name}/?q=`), lists.join());
  }
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { smallTree } from '../../test/world/smallTree.ts';
import { heldIn } from '../core/subsystem/stance.ts';
import { Trouble } from '../core/trouble.ts';
import { createHost, type Host } from '../edge/host.ts';
import { openJournal } from '../edge/journal.ts';
import { drawWork } from './drawWork.ts';
import { type FindOrder, findSites } from './findSites.ts';

const SITE =
  '#include <linux/slab.h>\n\nstatic u32 *made(int n)\n{\n\treturn kmalloc(n * sizeof(u32), GFP_KERNEL);\n}\n';
const MAINTAINERS = `
NETWORKING DRIVERS
F:	drivers/net/

MADE DRIVER
F:	drivers/made/
`;
const NETDEV =
  'Netdev\n======\n\nClean-up patches\n----------------\n\nNetdev discourages patches which perform simple clean-ups.\n';

const world = (t: TestContext, files: Record<string, string | undefined>): { host: Host; tree: string } => {
  const tree = smallTree({ MAINTAINERS, 'drivers/net/a.c': SITE, ...files });
  const own = mkdtempSync(join(tmpdir(), 'patchling-draw-'));
  t.after(() => {
    for (const folder of [tree, own]) rmSync(folder, { recursive: true, force: true });
  });
  const host = createHost();
  const folders = { ...host.folders, cache: join(own, 'cache'), data: join(own, 'data') };
  const journal = openJournal(folders.data, { now: host.now, by: 'a test' });
  return { host: { ...host, folders, journal }, tree };
};

const drawn = async (host: Host, tree: string, seed: string): Promise<{ path: string; because: string }> => {
  const steps = drawWork(host, { tree, seed, compile: false });
  for (;;) {
    const step = await steps.next();
    if (step.done) return { path: step.value.site.path, because: step.value.because.join(' ') };
  }
};

const document = { 'Documentation/process/maintainer-netdev.rst': NETDEV };

test('where clean-ups are discouraged nothing is ever drawn, though it is all there is', async (t) => {
  const both = world(t, document);
  for (let seed = 0; seed < 5; seed++) {
    assert.equal((await drawn(both.host, both.tree, `${seed}`)).path, 'drivers/made/made.c');
  }
  const only = world(t, { ...document, 'drivers/made/made.c': undefined });
  await assert.rejects(drawn(only.host, only.tree, '1'), (error: Trouble) => {
    assert.match(error.words.why ?? '', /^1 could be changed, but their subsystems have said/);
    return error instanceof Trouble;
  });
});

test('a tree whose documents do not say it claims nothing', async (t) => {
  const { host, tree } = world(t, { 'drivers/made/made.c': undefined });
  const { path, because } = await drawn(host, tree, '1');
  assert.equal(path, 'drivers/net/a.c');
  assert.match(because, /NETWORKING DRIVERS says nothing against clean-ups in the documents/);
});

test('what wants to be left alone is listed with --all, or where it is named, with the reason', async (t) => {
  const { host, tree } = world(t, {});
  const source = { by: 'Ada Made', date: '2026-11-03', mail: 'https://lists.made.example/1' };
  const stances = heldIn([{ sections: ['MADE DRIVER'], stance: 'none', source }], () => undefined);
  const listed = async (order: Partial<FindOrder>): Promise<string[]> => {
    const lines: string[] = [];
    for await (const found of findSites(host, { tree, below: [], all: false, who: '', stances, ...order })) {
      if (found.kind === 'site')
        lines.push(`${found.site.path} ${found.site.fix} ${found.site.reasons[0] ?? ''}`.trim());
    }
    return [...new Set(lines)].sort();
  };
  const made = 'drivers/made/made.c refused clean-ups-not-wanted';
  assert.deepEqual(await listed({}), ['drivers/net/a.c ready']);
  assert.deepEqual(await listed({ below: ['drivers'] }), ['drivers/net/a.c ready']);
  assert.deepEqual(await listed({ below: ['drivers/made'] }), [made]);
  assert.deepEqual(await listed({ below: ['drivers/made/made.c'] }), [made]);
  assert.deepEqual(await listed({ all: true }), [made, 'drivers/net/a.c ready']);
});

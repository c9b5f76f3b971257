import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { openEvidenceJudge } from '../../src/gather/evidence/evidenceJudge.ts';
import { nonceOf } from '../../src/office/evidence/nonceOf.ts';
import { setEvidence } from '../../src/office/evidence/setEvidence.ts';
import { makeTask } from '../../src/office/tasks/makeTask.ts';
import { submitTask } from '../../src/office/tasks/submitTask.ts';
import { done, termWorld } from './termWorld.ts';

const LOG = readFileSync('test/data/evidence/boot-6.12.dmesg.txt', 'utf8');

/** A term with a task whose evidence is a boot of a distribution's kernel. */
export const bootWorld = async (t: TestContext, spotChecks = 0) => {
  const world = await termWorld(t);
  const judge = openEvidenceJudge();
  t.after(() => judge.close());
  const office = { ...world.office, judge: judge.judge };
  const { term } = world;
  const lead = await world.person('Lea', 'lead mentor');
  const words = { slug: 'boot', title: 'Boot', words: 'Boot it.', release: 'at once', releaseAt: null } as const;
  const task = done(
    await makeTask(office, lead, { ...words, required: true, term: term.id, deadline: world.at(5) }),
  ).id;
  const text = JSON.stringify({ needs: [{ kind: 'boot log', kernel: 'distribution' }], spotChecks });
  done(await setEvidence(office, lead, { term: term.id, task, text }));
  const handIn = async (who: Awaited<ReturnType<typeof world.person>>, log: string, key: string) => {
    const files = [{ name: 'boot.txt', bytes: new TextEncoder().encode(log) }];
    return done(await submitTask(office, who, { term: term.id, task, via: 'page', key, statement: '', files })).id;
  };
  /** A real boot, with somebody's mark on its command line. */
  const logOf = async (who: { readonly id: string }) =>
    LOG.replaceAll('plgabcdefgh2345', await nonceOf(office, { person: who.id, task }));
  const stateOf = async (id: string) =>
    (await office.db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirstOrThrow()).state;
  return { ...world, office, lead, task, handIn, logOf, stateOf };
};

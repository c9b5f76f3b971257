import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Trouble } from '../../core/trouble.ts';
import { run } from '../run.ts';
import { installSource } from './installSource.ts';

/** What comes of installing a package that no distribution has. */
async function failing(): Promise<Trouble> {
  try {
    for await (const step of installSource({ package: 'linux-source-0.0.1', version: '0.0.1' })) assert.ok(step.doing);
  } catch (error) {
    assert.ok(error instanceof Trouble);
    return error;
  }
  return assert.fail('it was installed');
}

test('what apt does not know is not installed, and what to do next is said', async (t) => {
  if (process.getuid?.() !== 0) return t.skip('because only root may install packages');
  if ((await run(['apt-get', '--version'])).missing) return t.skip('because there is no apt-get here');
  const { kind, words } = await failing();
  if (/lock/.test(words.why ?? '')) return t.skip('because something else is being installed here right now');
  assert.deepEqual([kind, words.what], ['machine', 'linux-source-0.0.1 could not be installed.']);
  assert.equal(words.next, 'sudo apt-get update && sudo apt-get install --no-install-recommends linux-source-0.0.1');
});

test('anybody but root is given the command', async (t) => {
  if (process.getuid?.() === 0) return t.skip('because this is root');
  const { kind, words } = await failing();
  assert.equal(kind, 'missing');
  assert.equal(words.next, 'sudo apt-get install --no-install-recommends linux-source-0.0.1');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noB4 } from './world/b4.ts';
import { cutSeries } from './world/cutSeries.ts';
import { preparedSeries } from './world/preparedSeries.ts';
import { newPerson } from './world/runPatchling.ts';

// A tenth of docs/figures/prepared.md, with another seed each time that SEED says so.

const history = process.env['PATCHLING_HISTORY'];
const skip = history === undefined ? 'because PATCHLING_HISTORY names no repository with a history' : false;
const seed = process.env['SEED'] ?? '2026';

test('series of a history: git format-patch’s mails but for what is named, taken by git am and b4', { skip }, () => {
  const person = newPerson({ GIT_AUTHOR_NAME: 'A Maker', GIT_AUTHOR_EMAIL: 'maker@example.org' });
  for (const series of cutSeries(history ?? '', seed, 3)) {
    const one = preparedSeries(person, history ?? '', series);
    assert.equal(one.unequal, undefined, series.tip);
    assert.equal(one.equal, one.mails);
    assert.equal(one.am, 'the same tree');
    if (noB4 === false && !one.b4.startsWith('left out')) assert.equal(one.b4, 'the same tree');
    process.stdout.write(`# ${series.tip.slice(0, 12)}: ${one.mails} mails, git am ${one.am}, b4 ${noB4 || one.b4}\n`);
  }
});

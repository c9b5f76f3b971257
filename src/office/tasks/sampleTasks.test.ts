import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { taskProblem } from '../../core/programme/taskProblem.ts';
import { readEvidenceFile } from '../evidence/evidenceFile.ts';
import { sampleTasks, sampleWords } from './sampleTasks.ts';

test('each sample is a task that can be made, and asks for something', () => {
  const at = new Date('2026-12-01T12:00:00Z');
  for (const sample of sampleTasks) {
    const order = { ...sample, words: sampleWords(sample), releaseAt: null, deadline: at };
    assert.equal(taskProblem(order, { endsAt: at }), undefined, sample.slug);
    assert.match(sample.words, /\n## What to hand in\n/, sample.slug);
    if (!sample.evidence) continue;
    assert.match(sample.words, /shown on this page\s+below/, `${sample.slug} says where the mark is`);
    const read = readEvidenceFile(JSON.stringify(sample.evidence));
    assert.deepEqual(read, { kind: 'read', evidence: sample.evidence }, sample.slug);
  }
  assert.equal(new Set(sampleTasks.map(({ slug }) => slug)).size, 10);
});

const tree = kernelTree();

test('what they cite of the kernel’s documentation is there', { skip: tree === undefined && noKernelTree }, () => {
  for (const { file, heading } of sampleTasks.flatMap(({ documents }) => documents)) {
    const lines = readFileSync(join(tree ?? '', file), 'utf8').split('\n');
    assert.ok(
      lines.some((line, at) => line.trim() === heading && /^[=~*^#"'-]{3,}$/.test(lines[at + 1]?.trim() ?? '')),
      `${file}: ${heading}`,
    );
  }
});

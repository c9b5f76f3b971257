import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidenceFile } from './evidenceFile.ts';

const read = (json: unknown) => readEvidenceFile(JSON.stringify(json));
const because = (json: unknown): string => {
  const said = read(json);
  return said.kind === 'unreadable' ? said.because : assert.fail('it was read');
};

test('what an author left out has its usual value', () => {
  assert.deepEqual(read({ needs: [{ kind: 'boot log', kernel: 'own', atLeast: '6.1' }, { kind: 'config' }] }), {
    kind: 'read',
    evidence: {
      needs: [
        { kind: 'boot log', kernel: 'own', atLeast: '6.1' },
        { kind: 'config', marked: true },
      ],
      ...{ mayPass: true, spotChecks: 0.1 },
    },
  });
});

test('what is wrong is said with its place', () => {
  assert.match(because({ needs: [{ kind: 'boot log', kernel: 'mine' }] }), /needs\[0\]\.kernel/);
  assert.match(because({ needs: [{ kind: 'screenshot' }] }), /needs\[0\]\.kind/);
  assert.match(because({ needs: [{ kind: 'module', nmae: 'x' }] }), /nmae/);
  assert.match(because({ needs: [] }), /needs/);
  const result = readEvidenceFile('{ "needs": [');
  assert.match(result.kind === 'unreadable' ? result.because : '', /no JSON/);
  const bank = { release: '6.1', frames: [], lines: [{ before: '', frame: 0, after: '' }] };
  assert.match(because({ needs: [{ kind: 'decoded trace', bank }] }), /names a frame/);
});

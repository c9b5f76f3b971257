import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BlamedCommit, type FixesEvidence, fixesFromBlame } from './fixesFromBlame.ts';
import { fixesProposal } from './fixesProposal.ts';

const commit = (sha: string, more: Partial<BlamedCommit> = {}): BlamedCommit => ({
  sha,
  short: sha.repeat(12),
  subject: `made: Do ${sha}`,
  time: 1_700_000_000,
  files: 1,
  isEdge: false,
  ...more,
});
const removed = (sha: string, weight = 1) => ({ sha, weight, isRemoved: true });
const near = (sha: string, weight = 0.5) => ({ sha, weight, isRemoved: false });

const look = (evidence: Partial<FixesEvidence>, commits: readonly BlamedCommit[] = [commit('a'), commit('b')]) => {
  const byId = new Map(commits.map((one) => [one.sha, one]));
  const ranking = fixesFromBlame({ lines: [], named: [], prose: '', ...evidence, commits: byId });
  return fixesProposal({ patch: 1, ranking, settle: 'git log', isCut: false });
};
const said = (answer: ReturnType<typeof look>): string =>
  'seen' in answer ? `${answer.trust} ${answer.trailer.value.slice(0, 1)}: ${answer.seen}` : answer.because;

test('code counts, a blank and a brace hardly do', () => {
  const lines = [removed('a', 0), removed('a', 0.05), removed('a', 0.05), removed('b')];
  assert.equal(said(look({ lines })), 'likely b: 1 of the 3 lines that the patch removes comes from it (2023-11-14).');
});

test('what moved a whole tree counts less than who wrote the line', () => {
  const lines = [removed('a'), removed('b')];
  const commits = [commit('a', { files: 300, subject: 'treewide: Move it' }), commit('b')];
  assert.match(said(look({ lines }, commits)), /^likely b/);
});

test('lines that go count before those around', () => {
  const lines = [removed('a'), near('b'), near('b'), near('b'), near('b')];
  assert.match(said(look({ lines })), /^likely a: The only line that the patch removes comes from it/);
});

test('of several, the message decides', () => {
  const lines = [removed('a'), removed('a'), removed('b')];
  const named = [{ sha: 'b', as: 'mention' as const }];
  assert.match(said(look({ lines, named })), /^sure b: The message names it, and 1 of the 3 lines/);
  assert.match(said(look({ lines: [near('a')], named })), /^unsure b: The message names it \(/);
  assert.match(said(look({ lines: [near('a')], named: [{ sha: 'b', as: 'blame' }] })), /^likely b/);
});

test('who is not sure says what is missing', () => {
  const few = [near('a'), near('b')];
  assert.match(
    said(look({ lines: few })),
    /^It only adds lines, and the code around comes from 2 commits: .* git log$/,
  );
  assert.match(
    said(look({ lines: [near('a'), near('a')] })),
    /^unsure a: The patch only adds lines; both lines around/,
  );
  const many = ['a', 'b', 'c', 'd'];
  const answer = look(
    { lines: many.map((sha) => removed(sha)) },
    many.map((sha) => commit(sha)),
  );
  assert.match(
    said(answer),
    /^The 4 lines that it removes and those around come from 4 commits, and none of them stands/,
  );
  const edge = look({ lines: [removed('a'), removed('a'), removed('b')] }, [
    commit('a', { isEdge: true }),
    commit('b'),
  ]);
  assert.match(said(edge), /^2 of the lines are older than this clone/);
  assert.match(said(look({})), /^No line of it leads to a commit/);
});

test('what could stand in its place comes after it', () => {
  const answer = look({ lines: [removed('a'), removed('a'), removed('b')] });
  assert.deepEqual('instead' in answer && answer.instead.map(({ seen }) => seen), [
    '1 of the 3 lines that the patch removes comes from it (2023-11-14).',
  ]);
});

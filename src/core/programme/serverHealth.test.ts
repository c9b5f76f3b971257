import assert from 'node:assert/strict';
import test from 'node:test';
import { type JobPulse, periodOf } from './jobPulse.ts';
import { type HealthFacts, serverHealth } from './serverHealth.ts';

const now = new Date('2026-12-01T12:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const job = (name: string, every: number, done: number, hasFailed = false): JobPulse => ({
  ...{ name, every, done: ago(done), hasFailed },
});
const well: HealthFacts = {
  ...{ jobs: [job('mails-out', 60, 30)], oldestMailOut: undefined, oldestMailIn: undefined, lastRound: undefined, now },
  ...{ mailsInDoubt: 2, mailsGivenUp: 0, oldestTried: undefined, lastAccepted: undefined },
  oldestSubmission: ago(90_000),
};

test('a server is well while its jobs run and its mails go; people who wait are a number, no alarm', () => {
  assert.deepEqual(serverHealth(well), {
    ...{ isWell: true, complaints: [] },
    numbers: [
      ...['patchling_up 1', 'patchling_job_age_seconds{job="mails-out"} 30', 'patchling_job_failed{job="mails-out"} 0'],
      ...['patchling_mail_out_oldest_seconds 0', 'patchling_mail_refused_oldest_seconds 0'],
      ...['patchling_mail_in_oldest_seconds 0', 'patchling_mail_round_seconds 0', 'patchling_mails_in_doubt 2'],
      ...['patchling_mails_given_up 0', 'patchling_submission_oldest_seconds 90000', ''],
    ].join('\n'),
  });
});

test('each silence is said with what to look at', () => {
  const silent = { jobs: [job('mails-out', 60, 421)], oldestMailOut: ago(901), oldestMailIn: ago(901) };
  const { isWell, complaints } = serverHealth({ ...well, ...silent, lastRound: ago(3601) });
  assert.equal(isWell, false);
  assert.equal(complaints.length, 4);
  assert.match(complaints[0] ?? '', /^mails-out stands still/);
  const refused = { oldestTried: ago(3600) };
  assert.equal(serverHealth({ ...well, ...refused }).isWell, false, 'nobody takes a mail of ours');
  assert.ok(serverHealth({ ...well, ...refused, lastAccepted: ago(60) }).isWell, 'one recipient does not');
  const almost = { jobs: [job('mails-out', 60, 419)], oldestMailOut: ago(899), oldestMailIn: ago(899) };
  assert.ok(serverHealth({ ...well, ...almost, lastRound: ago(3599) }).isWell);
});

test('a daily job that fails is said by its name, though all others are done', () => {
  const jobs = [job('mails-out', 60, 5), job('retire', 86_400, 90_000, true)];
  assert.deepEqual(serverHealth({ ...well, jobs }).complaints, [
    'retire failed when it was last done: look at what the server printed',
  ]);
  const late = serverHealth({ ...well, jobs: [job('retire', 86_400, 173_200)] });
  assert.match(late.complaints[0] ?? '', /^retire stands still/);
});

test('the period of a plan', () => {
  const plans = {
    '* * * * *': 60,
    '*/10 * * * *': 600,
    '23 * * * *': 3600,
    '17 3 * * *': 86_400,
    '5 4 * * 0': 604_800,
  };
  for (const [plan, seconds] of Object.entries(plans)) assert.equal(periodOf(plan), seconds, plan);
});

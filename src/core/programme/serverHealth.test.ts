import assert from 'node:assert/strict';
import test from 'node:test';
import { type HealthFacts, serverHealth } from './serverHealth.ts';

const now = new Date('2026-12-01T12:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const well: HealthFacts = {
  ...{ lastJob: ago(30), oldestMailOut: undefined, oldestMailIn: undefined, mailsInDoubt: 2, mailsGivenUp: 0, now },
  ...{ oldestTried: undefined, lastAccepted: undefined, oldestSubmission: ago(90_000) },
};

test('a server is well while its jobs run and its mails go; people who wait are a number, no alarm', () => {
  assert.deepEqual(serverHealth(well), {
    ...{ isWell: true, complaints: [] },
    numbers: [
      ...['patchling_up 1', 'patchling_job_age_seconds 30', 'patchling_mail_out_oldest_seconds 0'],
      ...[
        'patchling_mail_refused_oldest_seconds 0',
        'patchling_mail_in_oldest_seconds 0',
        'patchling_mails_in_doubt 2',
        'patchling_mails_given_up 0',
      ],
      ...['patchling_submission_oldest_seconds 90000', ''],
    ].join('\n'),
  });
});

test('each silence is said with what to look at', () => {
  const silent = { lastJob: ago(301), oldestMailOut: ago(901), oldestMailIn: ago(901) };
  const { isWell, complaints } = serverHealth({ ...well, ...silent });
  assert.equal(isWell, false);
  assert.equal(complaints.length, 3);
  assert.match(
    serverHealth({ ...well, lastJob: undefined }).numbers,
    /patchling_up 0\npatchling_job_age_seconds \+Inf/,
  );
  const refused = { oldestTried: ago(3600) };
  assert.equal(serverHealth({ ...well, ...refused }).isWell, false, 'nobody takes a mail of ours');
  assert.ok(serverHealth({ ...well, ...refused, lastAccepted: ago(60) }).isWell, 'one recipient does not');
  assert.ok(serverHealth({ ...well, lastJob: ago(299), oldestMailOut: ago(899), oldestMailIn: ago(899) }).isWell);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodedTrace } from './decodedTrace.ts';
import { personalTrace, placesFor } from './personalTrace.ts';
import type { BankFrame, TraceBank } from './traceBank.ts';

const places = (file: string, ...offsets: number[]) =>
  offsets.map((offset) => ({ offset, answers: [[`${file}:${offset}`], [`${file}:${offset - 1}`]] }));
const frames: readonly BankFrame[] = [
  { function: 'plg_write', size: 0x80, module: 'plg', places: places('plg.c', 0x12, 0x30, 0x44) },
  {
    ...{ function: 'plg_probe', size: 0x100, module: 'plg' },
    places: [{ offset: 0x55, answers: [['plg.h:7', 'plg.c:90']] }],
  },
  { function: 'do_one_initcall', size: 0x300, places: [{ offset: 0x58, answers: [] }] },
  { function: 'plg_init', size: 0x60, module: 'plg', places: places('plg.c', 0x10, 0x22, 0x33, 0x41) },
];
const bank: TraceBank = {
  ...{ release: '6.12.0-test', frames },
  lines: [
    'BUG: kernel NULL pointer dereference, address: 0000000000000000',
    'CPU: 0 UID: 0 PID: 71 Comm: {nonce} Tainted: G           O       6.12.0-test #1',
    { before: 'RIP: 0010:', frame: 0, after: '' },
    'Call Trace:',
    ' <TASK>',
    { before: ' ', frame: 1, after: '' },
    { before: ' ', frame: 2, after: '' },
    { before: ' ', frame: 3, after: '' },
    ' </TASK>',
  ],
};

/** As the tree's script writes it, for one nonce. */
const solved = (nonce: string, which = 0): string => {
  const mine = placesFor(bank, nonce);
  return personalTrace(bank, nonce).replace(/(\w+)\+0x[\da-f]+\/0x[\da-f]+/g, (frame, name: string) => {
    const at = frames.findIndex((one) => one.function === name);
    const answer = mine[at]?.answers[which] ?? mine[at]?.answers[0];
    return answer ? `${name} (/build/me/${answer.join(' /build/me/')})` : frame;
  });
};
const verdicts = (text: string, nonce: string) => decodedTrace(text, bank, nonce).map(({ verdict }) => verdict);

test('each person has a trace of their own, always the same', () => {
  const many = Array.from({ length: 50 }, (_, at) => personalTrace(bank, `plg${at}`));
  assert.ok(new Set(many.map((one) => one.replace(/plg\d+/, ''))).size > 8);
  assert.equal(personalTrace(bank, 'plg7'), many[7]);
  assert.match(many[0] ?? '', /Comm: plg0 [\s\S]*RIP: 0010:plg_write\+0x(?:12|30|44)\/0x80 \[plg\]/);
});

test('what decodes this trace holds, whether the script or the call before was looked at; another’s does not', () => {
  assert.deepEqual(verdicts(solved('plga'), 'plga'), ['holds', 'holds', 'holds', 'holds']);
  assert.deepEqual(verdicts(solved('plga', 1), 'plga'), ['holds', 'holds', 'holds', 'holds']);
  let copied = 0;
  for (let at = 0; at < 50; at++) if (verdicts(solved('plga'), `plgb${at}`).includes('fails')) copied++;
  assert.ok(copied > 40, `${copied} of 50 who copied are told so`);
});

test('it may be written as other tools do, and what was left out is unknown, with how to find it', () => {
  const [one, , , four] = placesFor(bank, 'plgc').map(({ answers }) => answers[0]?.[0]);
  const faddr2line = `plg_write+0x12/0x80:\nplg_write at ${one}\nplg_probe+0x55/0x100:\nhelper at ./plg.h:7
 (inlined by) plg_probe at plg.c:90\nplg_init: /x/${four}\r\n`;
  assert.deepEqual(verdicts(faddr2line, 'plgc'), ['holds', 'holds', 'holds', 'unknown']);
  const [first, ...rest] = decodedTrace('plg_write\nplg_probe plg.c:90\n', bank, 'plgc');
  assert.equal(first?.verdict, 'unknown');
  assert.match(first?.settle ?? '', /decode_stacktrace/);
  assert.deepEqual(
    rest.map(({ verdict }) => verdict),
    ['fails', 'unknown', 'unknown'],
    'the inlined place is missing',
  );
  assert.deepEqual(verdicts('', 'plgc'), ['unknown', 'unknown', 'unknown']);
});

test('addr2line -f -i says what is inlined first, before the function that the trace names', () => {
  const [one, , , four] = placesFor(bank, 'plgc').map(({ answers }) => answers[0]?.[0]);
  const said = `plg_write\n${one}\nhelper\n./plg.h:7\nplg_probe\nplg.c:90\nhelper\nplg.h:1\nplg_init\n/x/${four}\n`;
  assert.deepEqual(verdicts(said, 'plgc').slice(0, 3), ['holds', 'holds', 'holds']);
  const pretty = `0x12: plg_write at ${one}\n0x55: helper at ./plg.h:7\n (inlined by) plg_probe at plg.c:90\nplg_init at ${four}\n`;
  assert.deepEqual(verdicts(pretty, 'plgc').slice(0, 3), ['holds', 'holds', 'holds']);
  const first = `helper\n${one}\nplg_write\nplg.c:1\nplg_probe\nplg.c:90\nplg_init\n${four}\n`;
  assert.deepEqual(verdicts(first, 'plgc').slice(0, 3), ['holds', 'fails', 'holds']);
});

test('whatever it is told, it names no place that was not given', () => {
  for (const check of decodedTrace('plg_write plg.c:1\nplg_init x.c:2', bank, 'plgd')) {
    assert.doesNotMatch(check.seen, /plg\.c:(?!1\b)/);
  }
});

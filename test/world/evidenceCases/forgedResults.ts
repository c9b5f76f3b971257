import type { EvidenceCase } from './evidenceCase.ts';
import { KUNIT, lines, OTHER, OWN, OWNS } from './realEvidence.ts';

const mine = { need: KUNIT, nonce: OWNS };
const RESULT = /^(\[.*\] +(?:# )*)(not )?ok \d+/;

/** Results of tests that are another's, or that were cleaned up. */
export const forgedResults: readonly EvidenceCase[] = [
  { what: 'somebody else’s results', text: OWN, need: KUNIT, nonce: OTHER, outcome: 'fails' },
  {
    what: 'results without the suite that the task asks for',
    text: lines(OWN, (line) => (line.includes('list-kunit-test') ? undefined : line)),
    ...mine,
    outcome: 'unknown',
  },
  {
    what: 'every third result taken out',
    text: lines(OWN, (line, at) => (RESULT.test(line) && at % 3 === 0 ? undefined : line)),
    ...mine,
    outcome: 'unknown',
  },
  {
    what: 'the results cut off in the middle',
    text: OWN.slice(0, OWN.indexOf('list_test_list_for_each_entry')),
    ...mine,
    outcome: 'unknown',
  },
  {
    what: 'the numbers of results made anew, one by one',
    text: lines(OWN, (line, at) => line.replace(/\bok \d+ /, `ok ${(at % 7) + 1} `)),
    ...mine,
    outcome: 'unknown',
  },
  { what: 'a summary, typed', text: `${OWNS}\n200 tests passed, none failed.\n`, ...mine, outcome: 'unknown' },
  {
    what: 'three lines in the right form, typed',
    text: `${OWNS}\nTAP version 14\n1..1\nok 1 list-kunit-test\n`,
    ...mine,
    outcome: 'holds',
  },
  { what: 'one that failed made “ok”', text: OWN.replaceAll('not ok', 'ok'), ...mine, outcome: 'holds' },
];

import { addedLines } from '../../../patch/fileDiff.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { addedFunctions, declarationsOf, outOfOrder } from './addedFunctions.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { isFix } from './saysFix.ts';
import { seriesPaths } from './seriesPaths.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/process/maintainer-netdev.rst';
const NET = { group: 'subsystem', pack: 'netdev' } as const;
const RCS = 'Local variable ordering ("reverse xmas tree", "RCS")';
const CLEANUP = 'Using device-managed and cleanup.h constructs';
const NETWORK = /^(?:net|drivers\/net|include\/net)\//;

const body = (lines: readonly string[]): string =>
  exampleDiff('net/ipv4/tcp.c', ['+static int count(struct sock *sk)', '+{', ...lines.map((line) => `+${line}`), '+}']);

const orders = (dependent: boolean) =>
  eachPatch((patch) =>
    patch.diff
      .filter(({ path }) => NETWORK.test(path))
      .flatMap(addedFunctions)
      .flatMap((added) => {
        const found = outOfOrder(declarationsOf(added) ?? []);
        if (!found || found.dependent !== dependent) return [];
        const { line, before } = found;
        const seen = `"${line.text.trim()}" is longer than "${before.text.trim()}" above it`;
        const what = dependent
          ? `Could the initialisation go below the declarations? ${seen}, which it needs.`
          : `${seen}.`;
        const place = line.after === undefined ? {} : { treeLine: line.after };
        return [{ patch, line: { text: line.text, at: line.at }, path: added.path, ...place, what }];
      }),
  );

const usesIn = (word: RegExp, longerThan: number, what: string) =>
  eachPatch((patch) =>
    patch.diff
      .filter(({ path }) => NETWORK.test(path))
      .flatMap(addedFunctions)
      .filter(({ lines }) => lines.length > longerThan)
      .flatMap(({ path, lines }) => {
        const line = lines.find(({ text }) => word.test(text.slice(0, 300)));
        if (!line) return [];
        const place = line.after === undefined ? {} : { treeLine: line.after };
        return [
          {
            patch,
            line: { text: line.text, at: line.at },
            path,
            ...place,
            what: `${what}: "${line.text.trim().slice(0, 80)}"`,
          },
        ];
      }),
  );

/** What networking code looks like. */
export const netdevCode: readonly PreflightRule[] = [
  {
    ...NET,
    name: 'netdev-declarations-not-by-length',
    title: 'declarations of a new function are not ordered longest to shortest',
    severity: 'warning',
    sources: [{ file, heading: RCS, phrase: 'Order the variable declaration lines longest to shortest' }],
    covers: ['NET-08'],
    why: 'It is the first thing that networking reviewers see, and often the only thing that they answer.',
    next: 'Put the longest declaration line first.',
    look: orders(false),
    examples: [
      {
        given: { diff: body(['\tint err;', '\tstruct sk_buff *skb;', '', '\treturn 0;']) },
        finds: 'is longer than "int err;"',
      },
      { given: { diff: body(['\tstruct sk_buff *skb;', '\tint err;', '', '\treturn 0;']) } },
      { given: { diff: body(['\tint err = 1;', '\tstruct sk_buff *skb = get(err);', '', '\treturn 0;']) } },
      { given: { diff: body(['\tint err;', '\tx = a_long_name;', '', '\treturn 0;']) } },
    ],
  },
  {
    ...NET,
    name: 'netdev-initialiser-breaks-order',
    title: 'an initialiser keeps the declarations from being ordered by length',
    severity: 'note',
    sources: [{ file, heading: RCS, phrase: 'move the initialization out of line' }],
    covers: ['NET-09'],
    why: 'The order by length is kept even where one variable is made from another.',
    next: 'Declare first, in order of length; give the value in a line below.',
    look: orders(true),
    examples: [
      {
        given: { diff: body(['\tint err = 1;', '\tstruct sk_buff *skb = get(err);', '', '\treturn 0;']) },
        finds: 'Could the initialisation',
      },
      { given: { diff: body(['\tstruct sk_buff *skb = get(1);', '\tint err = 1;', '', '\treturn 0;']) } },
    ],
  },
  {
    ...NET,
    name: 'netdev-guard-in-long-function',
    title: 'guard() in a function of more than 20 lines',
    severity: 'note',
    sources: [{ file, heading: CLEANUP, phrase: 'is discouraged within any function longer than 20' }],
    covers: ['NET-10'],
    why: 'In a long function nobody sees how far such a lock reaches.',
    next: 'Take scoped_guard(), or lock and unlock.',
    look: usesIn(/(?<![\w])guard\(/, 20, 'Would scoped_guard() be clearer in this long function'),
    examples: [
      { given: { diff: body(['\tguard(mutex)(&lock);', ...Array<string>(21).fill('\tx();')]) }, finds: 'guard(mutex)' },
      { given: { diff: body(['\tguard(mutex)(&lock);', '\treturn 0;']) } },
      { given: { diff: body(['\tscoped_guard(mutex, &lock)', ...Array<string>(21).fill('\tx();')]) } },
    ],
  },
  {
    ...NET,
    name: 'netdev-free-used-directly',
    title: '__free() in networking code',
    severity: 'note',
    sources: [{ file, heading: CLEANUP, phrase: 'within networking core and drivers is discouraged' }],
    covers: ['NET-10'],
    why: 'Networking prefers to see where something is freed.',
    next: 'Free it by hand on each way out.',
    look: usesIn(/\b__free\(/, 0, 'Is __free() needed here'),
    examples: [
      { given: { diff: body(['\tvoid *a __free(kfree) = NULL;', '', '\treturn 0;']) }, finds: '__free(kfree)' },
      { given: { diff: body(['\tkfree(a);']) } },
    ],
  },
  {
    ...NET,
    name: 'netdev-clean-up-alone',
    title: 'looks like a clean-up without other work',
    severity: 'note',
    sources: [{ file, heading: 'Clean-up patches', phrase: 'discourages patches which perform simple clean-ups' }],
    covers: ['NET-11'],
    why: 'Each patch costs a review and makes backports harder; for a clean-up alone that is judged too much.',
    next: 'Send it together with the work that needs it. Corrections of spelling and grammar are welcome alone.',
    look: (checked) => {
      const { patches } = checked.series;
      const cleans = patches.map(({ subject }) => CLEANS.exec(subject.summary)?.[0]);
      const [patch] = patches;
      if (!patch || patches.some(isFix) || !cleans.every((word) => word !== undefined)) return [];
      return [{ patch, what: `Is this a clean-up without other work? The summary says "${cleans[0]}".` }];
    },
    examples: [
      { given: { subject: '[PATCH net-next] tcp: fix checkpatch warnings' }, finds: '"checkpatch"' },
      { given: { subject: '[PATCH net-next] eth: convert to devm_kzalloc()' }, finds: '"convert to devm_"' },
      { given: { subject: '[PATCH net-next] tcp: correct spelling in comments' } },
      { given: [{ subject: '[PATCH net-next 1/2] a: clean up' }, { subject: '[PATCH net-next 2/2] a: add b' }] },
    ],
  },
  {
    ...NET,
    name: 'netdevsim-without-selftest',
    title: 'netdevsim is changed without a selftest',
    severity: 'note',
    sources: [{ file, heading: 'netdevsim', phrase: 'features must be accompanied by selftests' }],
    covers: ['NET-19'],
    why: 'netdevsim is there for the tests of the kernel tree alone.',
    next: 'Add the test below tools/testing/selftests/ to the series; a new API also needs a real driver that uses it.',
    look: (checked) => {
      const { series } = checked;
      const patch = series.patches.find(({ diff }) =>
        diff.some(({ path }) => path.startsWith('drivers/net/netdevsim/')),
      );
      if (!patch || series.patches.some(isFix)) return undefined;
      if (seriesPaths(series).some((path) => path.startsWith('tools/testing/selftests/'))) return [];
      const added = patch.diff.flatMap(addedLines).length;
      return added < 10
        ? []
        : [{ patch, what: `Is there a test for what is new in netdevsim? ${added} lines are added.` }];
    },
    examples: [
      {
        given: { diff: exampleDiff('drivers/net/netdevsim/a.c', Array<string>(12).fill('+\tx();')) },
        finds: 'what is new in netdevsim',
      },
      { given: { diff: exampleDiff('drivers/net/netdevsim/a.c', ['+\tx();']) } },
    ],
  },
  {
    ...NET,
    name: 'netdev-not-built-with-all',
    title: 'not built with allmodconfig and W=1',
    severity: 'error',
    sources: [{ file, heading: 'Expected level of testing', phrase: 'build with ``W=1`` set without new warnings' }],
    covers: ['NET-13'],
    why: 'A new warning is found by the robots within the hour, and the patch is set aside.',
    next: 'make allmodconfig && make W=1 -j$(nproc) net/ drivers/net/',
    look: testRecorded({
      recipe: /all(?:mod|yes)config/i,
      settle: 'make O=BUILD_FOLDER allmodconfig && make O=BUILD_FOLDER W=1 -j$(nproc)',
      applies: ({ series, facts }) =>
        series.patches.some(
          (one) => isPartlyOf(one, 'netdev', facts) && one.diff.some(({ path }) => /\.[ch]$/.test(path)),
        ),
    }),
    examples: [
      { given: { diff: body(['\treturn 0;']) }, unknown: 'Nothing was gathered' },
      {
        given: { diff: body(['\treturn 0;']) },
        facts: { tested: { known: true, value: [{ recipe: 'build allmodconfig', verdict: 'fails' }] } },
        finds: 'failed on this code',
      },
      { given: { diff: exampleDiff('net/README', ['+a']) } },
    ],
  },
];

const CLEANS = new RegExp(
  [
    '\\b(?:checkpatch|clean(?:s|ed|ing)?[- ]?up|coding style|white ?space|indentation)\\b',
    '\\breverse (?:xmas|christmas)',
    '\\b(?:convert|switch) to (?:use )?devm_',
    '\\bunnecessary (?:blank|parenthes|brace|space|semicolon)',
  ].join('|'),
  'i',
);

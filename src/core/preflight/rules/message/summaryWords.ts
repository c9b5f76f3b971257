import { messageSources } from '../../messageSources.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { summaryVerb } from '../../summaryVerb.ts';

/** The words of the summary: its mood, and what it names. */
export const summaryWords: readonly PreflightRule[] = [
  {
    name: 'summary-not-an-order',
    title: 'the summary tells what was done instead of ordering it',
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.describe('Describe your changes in imperative mood'),
      messageSources.uBootConventions('Use the imperative tense in your summary line'),
    ],
    covers: ['SUB-11'],
    why: 'All summaries in the history are orders to the code; one in another form reads as a report about something else.',
    next: 'Begin the summary with the verb as an order: Add, Fix, Remove.',
    look: eachPatch((patch) => {
      const { summary, summaryAt, prefix } = patch.subject;
      const rest = summary.slice(prefix.length);
      const verb = summaryVerb(rest);
      if (!verb) return [];
      const start = summaryAt + prefix.length + rest.indexOf(verb.word);
      return [
        {
          patch,
          span: [start, start + verb.word.length],
          what: `The summary begins with "${verb.word}", not with "${verb.order}".`,
        },
      ];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Fixed the count of objects' }, finds: '"Fixed", not with "fix"' },
      { given: { subject: '[PATCH] mm: slub: Adds a count' }, finds: '"Adds"' },
      { given: { subject: '[PATCH] mm: slub: removing the old count' }, finds: '"removing"' },
      { given: { subject: '[PATCH] Dropped the count' }, finds: '"Dropped", not with "drop"' },
      { given: { subject: '[PATCH] clk: fixed regulator support' } },
      { given: { subject: '[PATCH] net: Updates for the next release' } },
      { given: { subject: '[PATCH] net: fixes for two leaks' } },
      { given: { subject: '[PATCH] clk: Add fixed clocks' } },
      { given: { subject: '[PATCH] mm: slub: Checks are made once' } },
      { given: { subject: '[PATCH] net: Handling of short frames' } },
    ],
  },
  {
    name: 'summary-names-tool',
    title: 'the summary names the tool that complained',
    group: 'message',
    severity: 'warning',
    sources: [
      messageSources.checkpatch('Naming the tool that found the issue'),
      messageSources.uBootCheckpatch('Naming the tool that found the issue'),
    ],
    covers: ['SUB-12'],
    why: 'A summary is what the history is searched by; what was wrong is found by it, who said so first is not.',
    next: 'Say in the summary what the patch changes; the tool may stand in the message.',
    look: eachPatch((patch) => {
      const { summary, summaryAt, prefix } = patch.subject;
      const rest = summary.slice(prefix.length);
      const tool = TOOLS.exec(rest);
      // A patch to the tool itself must name it.
      if (!tool || patch.diff.some(({ path }) => path.toLowerCase().includes(tool[0].slice(0, 6).toLowerCase())))
        return [];
      const start = summaryAt + prefix.length + tool.index;
      return [{ patch, span: [start, start + tool[0].length], what: `The summary names "${tool[0]}".` }];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Fix checkpatch warnings' }, finds: '"checkpatch"' },
      { given: { subject: '[PATCH] mm: slub: fix sparse warning' }, finds: 'sparse warning' },
      { given: { subject: '[PATCH] mm: slub: Resolve Coverity issue' }, finds: 'Coverity' },
      { given: { subject: '[PATCH] checkpatch: Know one more type' } },
      { given: { subject: '[PATCH] mm: Count sparse sections once' } },
    ],
  },
];

const TOOLS = new RegExp(
  [
    '\\b(?:checkpatch(?:\\.pl)?|smatch|coccinelle|coccicheck|clang-tidy|cppcheck|coverity|',
    'sparse (?:warn|error|issue|complain)\\w*)',
  ].join(''),
  'i',
);

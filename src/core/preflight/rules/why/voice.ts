import { messageSources } from '../../messageSources.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { saidInProse } from '../../saidInProse.ts';

const MOOD = [
  messageSources.describe('Describe your changes in imperative mood'),
  messageSources.uBootConventions('describe what the patch is doing'),
];

/** Who speaks in the message, and about what. */
export const voice: readonly PreflightRule[] = [
  {
    name: 'patch-speaks-of-itself',
    title: 'the message speaks of "this patch"',
    group: 'why',
    severity: 'note',
    sources: MOOD,
    covers: ['SUB-11'],
    why: 'In the history there is no patch any more, only the change: an order to the code is shorter and stays true.',
    next: 'Write it as an order: "Count once" instead of "This patch counts once".',
    look: eachPatch((patch) => {
      const said = saidInProse(patch, ITSELF);
      if (!said) return [];
      return [
        {
          patch,
          line: said.line,
          span: said.span,
          what: `"${said.words}": would an order to the code say the same in fewer words?`,
        },
      ];
    }),
    examples: [
      { given: { body: 'This patch counts the objects once.' }, finds: '"This patch"' },
      { given: { body: 'In this commit the objects are counted.' }, finds: '"this commit"' },
      { given: { body: 'The list is walked twice. So this\npatch walks it once.' }, finds: 'this patch' },
      { given: { body: 'Before this patch the count was wrong, without this commit it stays so.' } },
      { given: { body: 'Commit 0123456789ab ("mm: This patch counts") is wrong.' } },
      { given: { body: 'This patched kernel is counted.' } },
    ],
  },
  {
    name: 'author-speaks',
    title: 'the message tells what its author did',
    group: 'why',
    severity: 'note',
    sources: MOOD,
    covers: ['SUB-11'],
    why: 'What somebody did or noticed does not tell how the code behaves; the reader wants the problem and the change.',
    next: 'Say how the code behaves, then give the order: "Count once" instead of "I changed it to count once".',
    look: eachPatch((patch) => {
      const said = saidInProse(patch, AUTHOR);
      if (!said) return [];
      return [
        {
          patch,
          line: said.line,
          span: said.span,
          what: `"${said.words}": can it be said of the code, or as an order to it?`,
        },
      ];
    }),
    examples: [
      { given: { body: 'I changed the count.' }, finds: '"I changed"' },
      { given: { body: 'The count is wrong, so we have added a loop.' }, finds: '"we have added"' },
      { given: { body: 'When we remove a disk, we hold the lock.' } },
      { given: { body: 'I could reproduce it on a board with two disks, and I tested the fix there.' } },
      { given: { body: 'The I bit and the I/O port are set; I2C is not.' } },
    ],
  },
  {
    name: 'change-called-simple',
    title: 'the message calls the change simple or obvious',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe('problem worth fixing'),
      messageSources.uBootConventions('determine what is being changed and why'),
    ],
    covers: ['CHG-01'],
    why: 'What is obvious to its author is what the reader is asked to check; the word stands where the reason should.',
    next: 'Leave the word out, or say what makes it so.',
    look: eachPatch((patch) => {
      const said = saidInProse(patch, SIMPLE);
      if (!said) return [];
      return [
        {
          patch,
          line: said.line,
          span: said.span,
          what: `"${said.words}": what makes it so, for somebody who does not know this code?`,
        },
      ];
    }),
    examples: [
      { given: { body: 'Trivial fix.' }, finds: '"Trivial fix"' },
      { given: { body: 'This is obviously wrong.' }, finds: '"obviously wrong"' },
      { given: { body: 'A simple change to the count.' }, finds: '"simple change"' },
      { given: { body: 'Use a simple list; it is not obvious who owns it, and the trivial case is empty.' } },
    ],
  },
];

// "Before this patch" speaks of a time, and "without this patch" of a test: both tell something.
const ITSELF = new RegExp(
  [
    '(?<!\\b(?:before|without|prior to|after|since|with|until|by|of|for|to|from|than|applying|unless|',
    'on|following)\\s)\\bthis (?:patch(?:set)?|commit|change ?set)(?! (?:series|set|message|log|title|',
    'is (?:part|based|needed|required)))\\b(?! [\\da-f]{7})',
  ].join(''),
  'i',
);

const DID =
  'add(?:ed)?|fix(?:ed)?|chang(?:ed?)|remov(?:ed?)|introduc(?:ed?)|implement(?:ed)?|'
  + 'propos(?:ed?)|decid(?:ed?)|wrote|made|mov(?:ed?)|renam(?:ed?)|convert(?:ed)?|'
  + 'creat(?:ed?)|replac(?:ed?)|updat(?:ed?)|modif(?:y|ied)|refactor(?:ed)?|noticed|think|'
  + 'believe|guess|suspect|hope';

const AUTHOR = new RegExp(
  `(?<![\\w/.-])(?:I(?![/\\w.])(?: have| had|'ve|’ve| just| also| simply| will| would)`
    + `? (?:${DID})\\b|[Ww]e (?:have |'ve |just |also |simply )?(?:added|fixed|changed|removed|`
    + `introduced|implemented|propose|decided|moved|renamed|converted|created|replaced|updated|`
    + `modified|refactored)\\b)`,
);

const SIMPLE = new RegExp(
  [
    '\\b(?:(?:trivial|obvious|simple|straight-?forward|easy|minor|small|tiny|quick) (?:bug ?)',
    '?(?:fix(?:es)?|patch|change|clean-?ups?|correction|improvements?)|(?:trivially|obviously)',
    ' (?:wrong|correct|right|safe|fine|broken|needed|unneeded|unused|not \\w+)|(?:this|it|the fix|',
    'the change) is (?:trivial|obvious|straight-?forward|self-explanatory)|self-explanatory)\\b',
  ].join(''),
  'i',
);

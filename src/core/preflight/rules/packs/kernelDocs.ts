import { addedLines } from '../../../patch/fileDiff.ts';
import { known } from '../../known.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atFile } from './atDiffLine.ts';
import { isWhollyOf } from './isWhollyOf.ts';
import { listMissing } from './listMissing.ts';
import { seriesPaths } from './seriesPaths.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/doc-guide/maintainer-profile.rst';
const PROFILE = 'Documentation subsystem maintainer entry profile';
const ADDENDUM = 'Submit checklist addendum';
const DOCS = { group: 'subsystem', pack: 'docs' } as const;
const LIST = 'linux-doc@vger.kernel.org';
const page = exampleDiff('Documentation/mm/count.rst', ['-One.', '+Two.']);
const written = Array<string>(30).fill('+Objects are counted once.');
const newPage = exampleDiff('Documentation/mm/count.rst', written, { isNew: true });

const READERS = new RegExp(
  [
    '\\baudience\\b|\\bdistribut\\w+\\b',
    '\\b(?:developer|user|admin|administrator|sysadmin|programmer|maintainer|newcomer|beginner)s?\\b',
    '\\b(?:reviewer|contributor|author|reader)s?\\b',
  ].join('|'),
  'i',
);

/** From which length on a new page is more than an entry of a table. */
const PAGE = 20;

/** Documentation, as its own maintainers want it. */
export const kernelDocs: readonly PreflightRule[] = [
  {
    ...DOCS,
    name: 'documentation-list-not-addressed',
    title: 'linux-doc does not get a patch of the documentation',
    severity: 'warning',
    sources: [{ file, heading: PROFILE, phrase: 'mailing list for documentation is linux-doc@vger.kernel.org' }],
    covers: ['DOC-01'],
    why: 'The documentation is reviewed, and its patches are collected, from this list.',
    next: `git send-email --cc=${LIST} FILE`,
    look: listMissing({ lists: [LIST], isMeant: (patch, { facts }) => isWhollyOf(patch, 'docs', facts) }),
    examples: [
      { given: { diff: page, headers: { To: 'max@maintain.example' } }, finds: `lacks ${LIST}` },
      { given: { diff: page, headers: { To: LIST } } },
      { given: { diff: page } },
      { given: { diff: `${page}${exampleDiff('mm/slub.c', ['+\ta();'])}`, headers: { To: 'max@maintain.example' } } },
    ],
  },
  {
    ...DOCS,
    name: 'documentation-build-warns',
    title: 'the documentation builds with new errors or warnings',
    severity: 'error',
    sources: [{ file, heading: ADDENDUM, phrase: 'actually build the documentation and ensure that' }],
    covers: ['DOC-02', 'SER-16'],
    why: 'What is markup and what is text shows only in the page that comes out; a warning is a hole in it.',
    next: 'Run make htmldocs, mend what it says of your files, and look at the page below Documentation/output/.',
    look: testRecorded({
      recipe: /htmldocs|pdfdocs/i,
      settle: 'make htmldocs (of one folder: make SPHINXDIRS=FOLDER htmldocs)',
      applies: ({ series }) => seriesPaths(series).some((path) => /^Documentation\/.*\.rst$/.test(path)),
    }),
    examples: [
      { given: { diff: page }, unknown: 'Nothing was gathered' },
      {
        given: { diff: page },
        facts: { tested: known([{ recipe: 'htmldocs', verdict: 'fails' }]) },
        finds: 'failed on',
      },
      { given: { diff: page }, facts: { tested: known([{ recipe: 'htmldocs', verdict: 'holds' }]) } },
      { given: { diff: exampleDiff('Documentation/admin-guide/kernel-parameters.txt', ['+a']) } },
    ],
  },
  {
    ...DOCS,
    name: 'readers-not-named',
    title: 'the message does not say for whom a new page is written',
    severity: 'note',
    sources: [{ file, heading: ADDENDUM, phrase: 'who the intended target audience is somewhere' }],
    covers: ['DOC-03'],
    why: 'Where a page belongs follows from who reads it: developers, programs, administrators or distributors.',
    next: 'Say in the message who shall read the page.',
    look: eachPatch((patch) => {
      const added = patch.diff.find(
        (diff) =>
          diff.change === 'added'
          && /^Documentation\/.*\.(?:rst|md)$/.test(diff.path)
          && addedLines(diff).length > PAGE,
      );
      // Translations have the readers of what they translate; a change in one place goes with its code.
      if (!added || added.path.startsWith('Documentation/translations/')) return [];
      if (patch.message.some(({ text }) => READERS.test(text.slice(0, 400)))) return [];
      return [{ ...atFile(patch, added), what: `Who is meant to read ${added.path}? The message does not say.` }];
    }),
    examples: [
      { given: { body: 'Describe it.', diff: newPage }, finds: 'Who is meant to read' },
      { given: { body: 'Tell administrators how it is counted.', diff: newPage } },
      { given: { body: 'Describe it.', diff: page } },
    ],
  },
];

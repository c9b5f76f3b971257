import { known } from '../../known.ts';
import type { PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { seriesPaths } from './seriesPaths.ts';
import { testRecorded } from './testRecorded.ts';

const diff = exampleDiff('rust/kernel/count.rs', ['+    count();']);

/** Rust in the kernel. */
export const rust: readonly PreflightRule[] = [
  {
    group: 'subsystem',
    pack: 'rust',
    name: 'rust-badly-formatted',
    title: 'rustfmt would write the Rust code another way',
    severity: 'error',
    sources: [
      {
        file: 'Documentation/rust/coding-guidelines.rst',
        heading: 'Style & formatting',
        phrase: 'code should be formatted using ``rustfmt``',
      },
    ],
    covers: ['RST-01'],
    why: 'All Rust code of the kernel is formatted by one program, so that nobody has to talk about style.',
    next: 'Run make LLVM=1 rustfmt, and put what it changed into the patch that added it.',
    look: testRecorded({
      recipe: /rustfmt/i,
      settle: 'make LLVM=1 rustfmtcheck',
      applies: ({ series }) => seriesPaths(series).some((path) => path.endsWith('.rs')),
    }),
    examples: [
      { given: { diff }, unknown: 'Nothing was gathered' },
      { given: { diff }, facts: { tested: known([{ recipe: 'rustfmtcheck', verdict: 'fails' }]) }, finds: 'failed on' },
      { given: { diff }, facts: { tested: known([{ recipe: 'rustfmtcheck', verdict: 'holds' }]) } },
      { given: {} },
    ],
  },
];

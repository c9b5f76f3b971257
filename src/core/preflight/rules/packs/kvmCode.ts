import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { codeHunks } from '../content/codeHunks.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { atDiffLine } from './atDiffLine.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/process/maintainer-kvm-x86.rst';
const KVM = { group: 'subsystem', pack: 'kvm-x86' } as const;
const HERE = /^arch\/x86\/kvm\/|^arch\/x86\/include\/(?:uapi\/)?asm\/(?:kvm|vmx|svm)/;
const given = (...lines: readonly string[]) => ({
  subject: '[PATCH] KVM: x86: Count',
  diff: exampleDiff('arch/x86/kvm/mmu/mmu.c', lines),
});

const PLACE = '\\b(?:sections?|tables?|figures?|chapters?|vol(?:ume)?\\.?)\\s*[A-Z]?-?\\d[\\d.A-Z-]*';
const NUMBERED = new RegExp(`\\b(?:SDM|APM)\\b.{0,60}${PLACE}|${PLACE}.{0,60}\\b(?:SDM|APM)\\b`, 'i');

/** The first added line of each patch with this in its comments. */
const inComments = (pattern: RegExp, what: string) =>
  eachPatch((patch): readonly Finding[] => {
    for (const { file: diff, lines } of codeHunks(patch)) {
      if (!HERE.test(diff.path)) continue;
      for (const { line, comment } of lines) {
        if (line.mark !== '+') continue;
        const found = pattern.exec(comment.slice(0, 300))?.[0];
        if (found !== undefined) return [{ ...atDiffLine(patch, diff.path, line, found), what: `${what} "${found}"` }];
      }
    }
    return [];
  });

const isKernelCode = (patch: PatchMail): boolean =>
  patch.diff.some(({ path }) => HERE.test(path) && /\.[chS]$/.test(path));

/** What KVM x86 wants of code, and which tests. */
export const kvmCode: readonly PreflightRule[] = [
  {
    ...KVM,
    name: 'kvm-manual-numbered',
    title: "a comment names a place in the vendor's manual by number",
    severity: 'warning',
    sources: [
      { file, heading: 'SDM and APM References', phrase: 'Do not reference specific sections, tables, figures' },
    ],
    covers: ['KVM-15'],
    why: 'The manuals are renumbered all the time, so the comment soon points to something else.',
    next: 'Name the section, table or figure by its title, or leave the reference out.',
    look: inComments(NUMBERED, 'The comment gives a number of the manual:'),
    examples: [
      { given: given('+\t/* See SDM section 26.3.1.2. */'), finds: 'section 2' },
      { given: given('+\t/* Table 24-8 in the SDM */'), finds: 'Table 24-8' },
      { given: given('+\t/* See Intel\'s SDM, "Checks on Guest State". */') },
      { given: given(' \t/* See SDM section 26.3.1.2. */', '+\tcount();') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-kernel-doc-added',
    title: 'a kernel-doc comment in KVM',
    severity: 'note',
    sources: [{ file, heading: 'Coding Style', phrase: 'do not use kernel-doc comments for' }],
    covers: ['KVM-16'],
    why: "KVM's functions are for KVM alone, even those that are exported.",
    next: 'Begin the comment with /* and say why the code does what it does.',
    look: inComments(/^\s*\/\*\*\s*$/, 'Is this one of the few that need kernel-doc?'),
    examples: [
      { given: given('+/**', '+ * count - Count', '+ */'), finds: 'need kernel-doc' },
      { given: given('+/*', '+ * Count.', '+ */') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-not-built-with-both-vendors',
    title: 'not built with KVM_INTEL, KVM_AMD and KVM_WERROR',
    severity: 'error',
    sources: [{ file, heading: 'Testing', phrase: '*all* patches in a series must build cleanly' }],
    covers: ['KVM-07'],
    why: 'Code that both vendors share is broken for the other one more often than not.',
    next: 'Build each patch with KVM_INTEL=m, KVM_AMD=m and KVM_WERROR=y.',
    look: testRecorded({
      recipe: /kvm[_ -]?(?:werror|intel|amd|build)|build.*kvm/i,
      settle:
        'scripts/config -m KVM -m KVM_INTEL -m KVM_AMD -e KVM_WERROR && make olddefconfig && make -j$(nproc) arch/x86/kvm/',
      applies: ({ series }) => series.patches.some(isKernelCode),
    }),
    examples: [
      { given: given('+\tcount();'), unknown: 'Nothing was gathered' },
      {
        given: given('+\tcount();'),
        facts: { tested: { known: true, value: [{ recipe: 'build kvm', verdict: 'fails' }] } },
        finds: 'failed on this code',
      },
      { given: { subject: '[PATCH] mm: Count' } },
    ],
  },
  {
    ...KVM,
    name: 'kvm-tests-not-run',
    title: 'KVM selftests and KVM-unit-tests were not run',
    severity: 'error',
    sources: [{ file, heading: 'Testing', phrase: 'Running KVM selftests and KVM-unit-tests is also mandatory' }],
    covers: ['KVM-08'],
    why: 'Both are mandatory here; a patch that fails them is sent back.',
    next: 'Run both on the host that the patch runs on, and say so.',
    look: testRecorded({
      recipe: /kvm.*(?:self|unit)|(?:self|unit).*kvm/i,
      settle:
        'make -C tools/testing/selftests TARGETS=kvm run_tests; in kvm-unit-tests: ./configure && make && ./run_tests.sh',
      applies: ({ series, facts }) =>
        series.patches.some(
          (patch) => isPartlyOf(patch, 'kvm-x86', facts) && patch.diff.some(({ path }) => /\.[chS]$/.test(path)),
        ),
    }),
    examples: [
      { given: given('+\tcount();'), unknown: 'Nothing was gathered' },
      {
        given: given('+\tcount();'),
        facts: { tested: { known: true, value: [{ recipe: 'kvm-unit-tests', verdict: 'holds' }] } },
      },
      {
        given: given('+\tcount();'),
        facts: { tested: { known: true, value: [{ recipe: 'kvm-selftests', verdict: 'fails' }] } },
        finds: 'failed on this code',
      },
    ],
  },
  {
    ...KVM,
    name: 'kvm-shadow-paging-not-tested',
    title: 'shadow paging is touched and was not run with TDP off',
    severity: 'warning',
    sources: [{ file, heading: 'Testing', phrase: "For changes that touch KVM's shadow paging code" }],
    covers: ['KVM-09'],
    why: 'On today’s processors this code is hardly ever reached unless EPT or NPT are switched off.',
    next: 'Load the module without TDP, and run the tests again.',
    look: testRecorded({
      recipe: /tdp.*off|no-?tdp|shadow/i,
      settle: 'modprobe -r kvm_intel && modprobe kvm_intel ept=0 (AMD: kvm_amd npt=0), then run the tests again',
      applies: ({ series }) =>
        series.patches.some(({ diff }) =>
          diff.some(({ path }) => /^arch\/x86\/kvm\/mmu\/(?!tdp_)[^/]+\.[ch]$/.test(path)),
        ),
    }),
    examples: [
      { given: given('+\tcount();'), unknown: 'Nothing was gathered' },
      {
        given: given('+\tcount();'),
        facts: { tested: { known: true, value: [{ recipe: 'shadow-paging', verdict: 'fails' }] } },
        finds: 'failed on this code',
      },
      { given: { subject: '[PATCH] KVM: x86: Count', diff: exampleDiff('arch/x86/kvm/x86.c', ['+\ta();']) } },
    ],
  },
];

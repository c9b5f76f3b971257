import { compareText } from '../core/std.ts';
import type { TreeFigures } from '../core/subsystem/card.ts';
import { inQemu } from '../core/subsystem/inQemu.ts';
import { languageOf } from '../core/subsystem/languageOf.ts';
import {
  hasTestSuites,
  mayHoldSuite,
  type Project,
  selftestFolders,
  selftestTargets,
  suiteMarks,
} from '../core/subsystem/testSuites.ts';
import type { Host } from '../edge/host.ts';
import type { MeasuredFile } from '../edge/treeFiles.ts';
import { projectOf } from './projectOf.ts';
import type { SectionFiles } from './sectionFilesOf.ts';

/** What the files of a section show by themselves: how many, in what, with which tests, and what it takes to run them. */
export const treeFiguresOf = (
  host: Pick<Host, 'trees' | 'treeFiles'>,
  tree: string,
  { files, unreadable }: Pick<SectionFiles, 'files' | 'unreadable'>,
): TreeFigures => {
  const project = projectOf(host, tree);
  const marks = suiteMarks(project);
  const measured = host.treeFiles.measure(tree, files, (path) => (mayHoldSuite(path) ? marks : []));
  const paths = files.map(({ path }) => path);
  return {
    files: files.length,
    unreadable: unreadable.length + measured.unreadable.length,
    lines: sumOf(measured.files, 'lines'),
    bytes: sumOf(measured.files, 'bytes'),
    languages: languagesOf(measured.files),
    selftests: selftestFolders(paths, selftestTargets(host.trees.text(tree, SELFTESTS) ?? '')),
    kunit: suitesIn(measured.files, project),
    inQemu: inQemu(measured.files, project),
  };
};

const SELFTESTS = 'tools/testing/selftests/Makefile';

const sumOf = (files: readonly MeasuredFile[], what: 'lines' | 'bytes'): number =>
  files.reduce((sum, file) => sum + file[what], 0);

const languagesOf = (files: readonly MeasuredFile[]): TreeFigures['languages'] =>
  [...Map.groupBy(files, ({ path }) => languageOf(path))]
    .map(([language, own]) => ({ language, files: own.length, lines: sumOf(own, 'lines') }))
    .toSorted(
      (one, other) => other.lines - one.lines || other.files - one.files || compareText(one.language, other.language),
    );

const suitesIn = (files: readonly MeasuredFile[], project: Project): string[] =>
  files.flatMap(({ path, text }) => (text !== undefined && hasTestSuites(text, project) ? [path] : [])).sort();

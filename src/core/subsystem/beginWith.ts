import { type Candidate, LEAST_TESTABLE } from './candidate.ts';

/** A concrete first step in a subsystem. */
export interface FirstStep {
  /** One sentence. */
  readonly begin: string;
  /** The words of a command; `patchling` first where it is ours. Paths are relative to the tree. */
  readonly command: readonly string[];
}

/**
 * What one would begin with: a site that is ready, where clean-ups are not unwanted; else tests that exist to be run,
 * the quickest first; else the subsystem’s own document; else what was merged last, or its sites of every kind.
 */
export const beginWith = (candidate: Candidate, exists: (path: string) => boolean): FirstStep =>
  atSite(candidate)
  ?? atUnitTests(candidate, exists)
  ?? atSelftests(candidate)
  ?? atUnitTests(candidate)
  ?? atTests(candidate)
  ?? atDocument(candidate)
  ?? atWork(candidate);

const READ_FIRST = 'Read the function and who calls it first.';

const atSite = ({ about, site, sites, cleanUps, inQemu }: Candidate): FirstStep | undefined => {
  if (cleanUps.stance !== 'welcome' && cleanUps.stance !== 'unknown') return undefined;
  if (site) {
    const place = `${site.path}:${site.line}`;
    const tried = testablePart(inQemu);
    const apart = tried === undefined || site.path.startsWith(tried) ? '' : ` What needs no device is in ${tried}.`;
    return {
      begin: `You would begin with one small change, drawn for you: ${place} (${site.rule}). ${READ_FIRST}${apart}`,
      command: ['patchling', 'fix', place],
    };
  }
  const ready = sites.kind === 'known' ? sites.value.reduce((sum, one) => sum + one.ready, 0) : 0;
  if (ready === 0) return undefined;
  const which = ready === 1 ? 'the one site here that is' : `one of the ${ready} sites here that are`;
  return {
    begin: `You would begin with ${which} ready to be changed. ${READ_FIRST}`,
    command: ['patchling', 'find', '--subsystem', about.name, '--diff'],
  };
};

const KUNIT = 'tools/testing/kunit/kunit.py';
/** Folders of U-Boot’s tests that are called as their suite is. */
const SUITES = /^test\/(cmd|common|dm|env|hush|lib|log|optee)\//;

/** Those that can be run as they are; without `exists`, those that can be read. */
const atUnitTests = ({ kunit }: Candidate, exists?: (path: string) => boolean): FirstStep | undefined => {
  const [suite] = kunit.kind === 'known' ? kunit.value : [];
  if (suite === undefined) return undefined;
  if (!exists)
    return {
      begin: `You would begin with its unit tests: read ${suite}, and what it asks of the code.`,
      command: ['less', suite],
    };
  const begin = `You would begin with its unit tests (${suite}): run them, break the code on purpose, see them fail, read why.`;
  const config = foldersAbove(suite).find((folder) => exists(`${folder}/.kunitconfig`));
  if (config !== undefined && exists(KUNIT)) return { begin, command: [KUNIT, 'run', `--kunitconfig=${config}`] };
  const [, name] = SUITES.exec(suite) ?? [];
  if (name === undefined) return undefined;
  return {
    begin: `${begin} Once sandbox is built: ./u-boot -T -c "ut ${name}".`,
    command: ['make', 'sandbox_defconfig', 'all'],
  };
};

const SELFTESTS = 'tools/testing/selftests/';

const atSelftests = ({ selftests, testFiles }: Candidate): FirstStep | undefined => {
  const inIt = (folder: string): number => testFiles.filter((path) => path.startsWith(`${folder}/`)).length;
  const [folder] = selftests.toSorted((one, other) => inIt(other) - inIt(one));
  if (folder === undefined) return undefined;
  const target = folder.replace(SELFTESTS, '').replace(/\/$/, '');
  return {
    begin: `You would begin with its selftests in ${SELFTESTS}${target}: build them, and read what each one asks of the kernel.`,
    command: ['make', 'headers', 'kselftest-all', `TARGETS=${target}`],
  };
};

const atTests = ({ testFiles }: Candidate): FirstStep | undefined => {
  const python = testFiles.find((path) => /^test\/py\/tests\/.*test_\w+\.py$/.test(path));
  const [first] = testFiles;
  if (python !== undefined) {
    const name = python.slice(python.lastIndexOf('/') + 'test_'.length + 1, -'.py'.length);
    return {
      begin: `You would begin with its tests (${python}): run them in the sandbox, which needs no device.`,
      command: ['test/py/test.py', '--bd', 'sandbox', '--build', '-k', name],
    };
  }
  if (first === undefined) return undefined;
  return {
    begin: `You would begin with its tests: read ${first}, and what it asks of the code.`,
    command: ['less', first],
  };
};

const atDocument = ({ about, folders }: Candidate): FirstStep | undefined => {
  const profile = about.profile?.startsWith('Documentation/') === true ? about.profile : undefined;
  const document = profile ?? folders.find(({ folder }) => /^(?:Documentation|doc)\//.test(folder))?.folder;
  if (document === undefined) return undefined;
  return {
    begin: `You would begin with its documents: read ${document} against the code, and note what is not so any more.`,
    command: document.endsWith('/') ? ['ls', document] : ['less', document],
  };
};

const atWork = ({ about, folders, history, sites, inQemu }: Candidate): FirstStep => {
  const own = folders.filter(({ folder }) => folder !== '' && !/^configs\/|(?:^|\/)(?:include|dts)\//.test(folder));
  const tried = testablePart(inQemu);
  const main = tried ?? own[0]?.folder;
  const apart = tried === undefined ? '' : ', which needs no device';
  if (history.kind === 'known' && main !== undefined) {
    return {
      begin: `You would begin by reading what was merged last in ${main}${apart}, and how it was written.`,
      command: ['git', 'log', '--patch', '--max-count=10', '--', main],
    };
  }
  const byHand = sites.kind === 'known' && sites.value.some((one) => one.byHand > 0);
  if (main !== undefined && !byHand) {
    return {
      begin: `You would begin by reading ${main}${apart}, its smallest file first.`,
      command: ['ls', '-lSr', main],
    };
  }
  return {
    begin: 'You would begin with the places that a person has to look at.',
    command: ['patchling', 'find', '--subsystem', about.name, '--all'],
  };
};

/** Where most of the code needs a device: the folder of it that needs none. */
const testablePart = ({ verdict, share, place }: Candidate['inQemu']): string | undefined =>
  verdict === 'holds' || share < LEAST_TESTABLE ? undefined : place;

/** `fs/ext4`, `fs` of `fs/ext4/inode-test.c`. */
const foldersAbove = (path: string): readonly string[] => {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.push(path.slice(0, at));
  return folders;
};

// Of git's variables only those stay that say who somebody is and where their configuration lies. All others redirect git
// to another repository, index or pager, as they are set while a hook or an alias runs.
const keptGit = /^GIT_(?:AUTHOR|COMMITTER)_|^GIT_CONFIG_|^GIT_EXEC_PATH$/;

// What changes the words, the order or the bytes that programs answer with.
const dropped = [
  /^LC_|^LANG$|^LANGUAGE$/,
  /^(?:MAKE|M|GNUMAKE)FLAGS$|^MAKE(?:LEVEL|FILES|OVERRIDES)$/,
  /^PERL5OPT$|^PERL_UNICODE$|^PYTHON/,
  /^GREP_|^TAR_OPTIONS$|^XZ_|^GZIP$|^COLUMNS$|^LINES$|^CDPATH$|^BASH_ENV$|^ENV$|^POSIXLY_CORRECT$|^CLICOLOR|^FORCE_COLOR$/,
  /^GCC_|^CPATH$|^(?:C|CPLUS|OBJC)_INCLUDE_PATH$|^LIBRARY_PATH$|^COMPILER_PATH$|^DEPENDENCIES_OUTPUT$/,
];

/**
 * The environment that programs get: ours, without what would make the same question get another answer elsewhere.
 * What is in `own` is put on top; `undefined` there takes a variable away.
 */
export function cleanEnvironment(own: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const clean: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith('GIT_') ? keptGit.test(name) : !dropped.some((pattern) => pattern.test(name))) {
      clean[name] = value;
    }
  }
  const all = { ...clean, LC_ALL: 'C.UTF-8', ...own };
  return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined));
}

const BY_ENDING: Readonly<Record<string, readonly string[]>> = {
  C: ['c', 'c_shipped'],
  'C headers': ['h', 'h_shipped'],
  Rust: ['rs'],
  Assembler: ['S', 's', 'asm', 'sa'],
  'C++': ['cpp', 'cc', 'hpp'],
  'Device Tree': ['dts', 'dtsi', 'dtso', 'its'],
  YAML: ['yaml', 'yml'],
  JSON: ['json'],
  reStructuredText: ['rst'],
  Text: ['txt', 'md', 'asciidoc', 'html'],
  Python: ['py'],
  Shell: ['sh', 'bash'],
  Perl: ['pl', 'pm'],
  Awk: ['awk'],
  Coccinelle: ['cocci'],
  'Lex and Yacc': ['l', 'y'],
  'Kconfig and Makefiles': ['mk', 'mak', 'config', 'lds', 'ld'],
};

const BY_NAME: readonly (readonly [name: RegExp, language: string])[] = [
  [/^(?:Kconfig|Makefile|Kbuild|Build)(?:$|\.)|(?:^|_)defconfig$|^Platform$/, 'Kconfig and Makefiles'],
  [/^(?:readme|todo|credits|maintainers|copying|changes|notes)(?:$|\.)/i, 'Text'],
];

const LANGUAGES = new Map(
  Object.entries(BY_ENDING).flatMap(([language, endings]) => endings.map((ending) => [ending, language] as const)),
);

/** What a file is written in, by its name alone: `C`, `C headers`, …; `Other` for what the table does not know. */
export const languageOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (known !== undefined) return known;
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  // What describes a file format or an interface below Documentation/ABI/ has no ending at all.
  return LANGUAGES.get(ending) ?? (path.startsWith('Documentation/') ? 'Text' : 'Other');
};

/** Languages whose lines are compiled into the kernel, or the boot loader. */
export const isCompiled = (language: string): boolean => COMPILED.has(language);

const COMPILED = new Set(['C', 'C headers', 'Rust', 'Assembler']);

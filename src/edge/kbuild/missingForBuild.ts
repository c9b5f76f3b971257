import { run } from '../run.ts';

const programs = { make: 'make', gcc: 'gcc', ld: 'binutils', flex: 'flex', bison: 'bison', bc: 'bc', perl: 'perl' };

/** The Debian packages that `make prepare` needs here and that are not installed. */
export async function missingForBuild(): Promise<readonly string[]> {
  const found = await Promise.all(
    Object.entries(programs).map(async ([program, name]) => ((await run([program, '--version'])).missing ? name : [])),
  );
  const missing = found.flat();
  if (missing.includes('gcc')) return [...missing, 'libc6-dev', 'libelf-dev'];
  // objtool, which kbuild makes first, reads ELF files.
  const input = '#include <stdio.h>\n#include <gelf.h>\n';
  const { stderr } = await run(['gcc', '-E', '-o', '/dev/null', '-'], { input });
  const headers = { 'stdio.h': 'libc6-dev', 'gelf.h': 'libelf-dev' };
  return [...missing, ...Object.entries(headers).flatMap(([file, name]) => (stderr.includes(`${file}:`) ? name : []))];
}

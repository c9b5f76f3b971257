import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type CompilerMessage, newMessages, readCompilerMessages } from '../../core/lab/compilerMessages.ts';
import { type SavedCommand, savedCommand } from '../../core/lab/savedCommand.ts';
import type { Check } from '../../core/verdict.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { byHand } from './buildConfig.ts';
import { buildState } from './buildFolder.ts';
import { type Build, kernelMake, makeCommand } from './kernelMake.ts';
import { objectOf } from './objectOf.ts';
import { forOtherArchitecture } from './otherArchitecture.ts';

export interface CompileOrder {
  readonly build: Build;
  /** The file that changes, relative to the tree. */
  readonly path: string;
  readonly after: Uint8Array;
  readonly progress?: (doing: string) => void;
}

/** The warnings of the file as it is, as it would be, and those that would be new; errors count as warnings here. */
export interface CompileCheck extends Check {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly newWarnings: readonly string[];
}

/**
 * Compiles a file as it is and as it would be, both in the same way, and compares what the compiler says. Works on copies
 * with the command that kbuild noted: the tree is only read, and objtool and modpost are not asked.
 */
export async function compileBeforeAfter({ build, path, after, progress }: CompileOrder): Promise<CompileCheck> {
  const object = path.replace(/\.c$/, '.o');
  const check = `compile ${object}`;
  const unknown = (seen: string, settle: string, details?: readonly string[]): CompileCheck => ({
    ...{ check, verdict: 'unknown', seen, settle, ...(details && { details }) },
    ...{ before: [], after: [], newWarnings: [] },
  });
  if (!path.endsWith('.c')) return unknown(noObject, makeCommand(build, []));
  if (buildState(build) !== 'ready') return unknown('No build is prepared here.', byHand(build, object));
  const { state, because } = objectOf(build, path);
  if (state === 'not built') {
    // In another folder: ours would be made anew when its configuration changed.
    const own = makeCommand({ ...build, folder: `${build.folder}-own` }, ['menuconfig', object]);
    const settle = forOtherArchitecture(build, path, object) ?? own;
    return unknown(`This configuration does not compile it: ${because}.`, settle);
  }
  return withTempFolder(async (temporary) => {
    progress?.(`Compiling ${object}`);
    const made = await commandOf(build, object, temporary);
    if (made.kind === 'failed') {
      // No error of the compiler: make stopped before, for a folder that it may not write to, a program that is missing, …
      const isCompiled = readCompilerMessages(made.lines.join('\n'), build.tree).some(({ kind }) => kind === 'error');
      const seen = isCompiled ? 'It does not compile here even as it is.' : 'make did not get as far as compiling it.';
      return unknown(seen, makeCommand(build, [object]), made.lines);
    }
    progress?.(`Compiling ${path} before and after the change`);
    const original = await readFile(join(build.tree, path));
    const compile = (name: string, content: Uint8Array) =>
      compileCopy(build, made.command, join(temporary, name), content);
    const [old, edited] = await Promise.all([compile('before', original), compile('after', after)]);
    if (old.status !== 0) {
      return unknown(
        'A copy of it does not compile even unchanged.',
        makeCommand(build, [object]),
        texts(old.messages),
      );
    }
    return { check, ...judge(old, edited) };
  });
}

const noObject = 'It is no .c file: what includes it would have to be compiled.';

interface Compiled {
  readonly status: number;
  readonly messages: readonly CompilerMessage[];
  readonly output: string;
}

type Made =
  | { readonly kind: 'made'; readonly command: SavedCommand }
  | { readonly kind: 'failed'; readonly lines: readonly string[] };

/** Makes the object, so that all it includes is generated, and gives the command that kbuild noted. */
async function commandOf(build: Build, object: string, temporary: string): Promise<Made> {
  const { status, stdout, stderr, missing } = await kernelMake(build, temporary, [object]);
  const file = join(build.folder, dirname(object), `.${basename(object)}.cmd`);
  const command = status === 0 && existsSync(file) ? savedCommand(await readFile(file, 'utf8')) : undefined;
  if (command) return { kind: 'made', command };
  const lines = missing ? ['make is not installed: sudo apt-get install make'] : `${stdout}${stderr}`.split('\n');
  return { kind: 'failed', lines: lines.filter((line) => line !== '').slice(-30) };
}

async function compileCopy(
  build: Build,
  command: SavedCommand,
  folder: string,
  content: Uint8Array,
): Promise<Compiled> {
  const source = resolve(build.folder, command.source);
  const copy = join(folder, basename(source));
  await mkdir(folder);
  // Messages and __FILE__ name the file itself, and its lines are counted as in it.
  await writeFile(copy, Buffer.concat([Buffer.from(`#line 1 ${JSON.stringify(source)}\n`), content]));
  const quiet = ['-fdiagnostics-color=never', '-fno-diagnostics-show-caret'];
  // What it includes by a relative path lies where the original lies.
  const where = ['-iquote', dirname(source), '-c', '-o', `${copy}.o`, copy];
  const compile = [...command.compiler, ...quiet, ...where];
  const { status, stderr } = await run(compile, { cwd: build.folder, env: { TMPDIR: folder } });
  return { status, messages: readCompilerMessages(stderr, build.tree), output: stderr };
}

function judge(old: Compiled, edited: Compiled): Omit<CompileCheck, 'check'> {
  const added = newMessages(old.messages, edited.messages);
  const newWarnings = texts(added);
  const lists = { before: texts(old.messages), after: texts(edited.messages), newWarnings };
  if (edited.status !== 0) {
    const details = newWarnings.length > 0 ? newWarnings : edited.output.trim().split('\n').slice(-30);
    return { verdict: 'fails', seen: 'It compiles as it is, and no longer after the change.', details, ...lists };
  }
  if (added.length > 0) {
    const seen = `It compiles, with ${added.length === 1 ? 'a new warning' : `${added.length} new warnings`}.`;
    return { verdict: 'fails', seen, details: newWarnings, ...lists };
  }
  const known = old.messages.length > 0 ? ` (${old.messages.length} as before)` : '';
  return { verdict: 'holds', seen: `It compiles with no new warning${known}.`, ...lists };
}

const texts = (messages: readonly CompilerMessage[]): string[] => messages.map((message) => message.text);

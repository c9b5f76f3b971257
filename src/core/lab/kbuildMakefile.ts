import { closing, expand, type MakeScope, variableOf, words } from './expand.ts';

/** What a makefile comes to under a configuration. */
export interface KbuildMakefile {
  /** The words of a variable, expanded; none where it is not set. */
  readonly list: (name: string) => readonly string[];
  /** The names of all variables that are set. */
  readonly names: readonly string[];
  /** What it says of words that it does not take: `obj-$(CONFIG_X) += a.o` with CONFIG_X off, or in a branch not taken. */
  readonly passedOver: readonly PassedOver[];
  /** A list that only make itself could say for certain (it runs a command, looks at files, …). */
  readonly unsure: boolean;
}

export interface PassedOver {
  readonly words: readonly string[];
  /** The options it would take, as far as they are named: `CONFIG_X`. */
  readonly options: readonly string[];
}

/** `CONFIG_X` to `y`, `m` or the value without its quotes. Options that are off are not there. */
export function parseConfig(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/^(CONFIG_\w+)=(?:"((?:[^"\\]|\\.)*)"|(.*))$/gm);
  return new Map([...found].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']));
}

interface Reading {
  readonly scope: MakeScope;
  readonly include: (path: string) => string | undefined;
  readonly passedOver: PassedOver[];
  readonly branches: Branch[];
  unsure: boolean;
  inRule: boolean;
}

interface Branch {
  /** Whether the lines here count. */
  now: boolean;
  /** Whether an earlier branch, or none of them, is the one that counts. */
  settled: boolean;
  options: readonly string[];
}

/**
 * Reads a makefile as kbuild uses it ("Linux Kernel Makefiles", Documentation/kbuild/makefiles.rst): lists and
 * conditions, not rules. `given` are the variables from outside, the first map that has one counts; `include` gives an
 * included file's text, `undefined` where there is none.
 */
export function readKbuild(
  text: string,
  given: readonly ReadonlyMap<string, string>[],
  include: (path: string) => string | undefined = () => undefined,
): KbuildMakefile {
  const scope: MakeScope = { variables: new Map(), given, unsure: false };
  const reading: Reading = { scope, include, passedOver: [], branches: [], unsure: false, inRule: false };
  readLines(text, reading);
  return {
    list: (name) => words(expand(`$(${name})`, scope)),
    names: [...scope.variables.keys()],
    passedOver: reading.passedOver,
    unsure: reading.unsure,
  };
}

function readLines(text: string, reading: Reading): void {
  let inDefine = false;
  for (const raw of text.replace(/[ \t]*\\\r?\n[ \t]*/g, ' ').split('\n')) {
    if (raw.startsWith('\t') && reading.inRule) continue;
    const line = raw.replace(/(^|[^\\])#.*$/, '$1').trim();
    if (line === '') continue;
    if (inDefine) inDefine = !/^endef\b/.test(line);
    else if (/^(?:override\s+|export\s+)?define\s/.test(line)) inDefine = true;
    else readLine(line, reading);
  }
}

function readLine(line: string, reading: Reading): void {
  if (readCondition(line, reading)) return;
  const counts = reading.branches.every((branch) => branch.now);
  const [, optional, path] = /^(-|s)?include\s+(.*)$/.exec(line) ?? [];
  if (path !== undefined) {
    if (counts) readIncluded(path, optional !== undefined, reading);
    return;
  }
  const assignment = splitAssignment(line.replace(/^(?:(?:export|override|private|unexport)\s+)+/, ''));
  reading.inRule = assignment === 'rule';
  if (assignment === undefined || assignment === 'rule') return;
  if (counts) assign(assignment, reading);
  else passOver(assignment, reading);
}

function readIncluded(paths: string, optional: boolean, reading: Reading): void {
  for (const path of words(expand(paths, reading.scope))) {
    const text = reading.include(path);
    if (text !== undefined) readLines(text, reading);
    else if (!optional) reading.unsure = true;
  }
}

/** Reads `ifeq`, `else`, `endif` and the like; false for any other line. */
function readCondition(line: string, reading: Reading): boolean {
  const [, word, rest = ''] = /^(ifeq|ifneq|ifdef|ifndef|else|endif)\b\s*(.*)$/.exec(line) ?? [];
  if (word === undefined) return false;
  const { branches } = reading;
  if (word === 'endif') branches.pop();
  else if (word !== 'else') {
    const now = holds(word, rest, reading);
    branches.push({ now, settled: now, options: optionsIn(rest) });
  } else {
    const branch = branches.at(-1);
    if (!branch) return true;
    const [, again, condition = ''] = /^(ifeq|ifneq|ifdef|ifndef)\b\s*(.*)$/.exec(rest) ?? [];
    branch.now = !branch.settled && (again === undefined || holds(again, condition, reading));
    branch.settled ||= branch.now;
    branch.options = [...branch.options, ...optionsIn(condition)];
  }
  return true;
}

function holds(word: string, condition: string, { scope }: Reading): boolean {
  if (word.endsWith('def')) {
    const name = expand(condition, scope).trim();
    return ((variableOf(name, scope)?.text ?? '') !== '') === (word === 'ifdef');
  }
  const [left, right] = sides(condition).map((side) => expand(side, scope).trim());
  return (left === right) === (word === 'ifeq');
}

// `(a,b)`, where a may have commas in references, or `"a" "b"`.
function sides(condition: string): [string, string] {
  if (!condition.startsWith('(')) {
    const [, left = '', right = ''] = /^(?:"([^"]*)"|'[^']*')\s*(?:"([^"]*)"|'[^']*')/.exec(condition) ?? [];
    return [left, right];
  }
  const inside = condition.slice(1, closing(condition, 0));
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] === '(' || inside[at] === '{') at = closing(inside, at);
    else if (inside[at] === ',') return [inside.slice(0, at), inside.slice(at + 1)];
  }
  return [inside, ''];
}

interface Assignment {
  readonly name: string;
  readonly operator: '=' | ':=' | '+=' | '?=' | '!=';
  readonly text: string;
}

// The name may be put together by functions, so the first operator outside of references counts; a colon makes a rule.
function splitAssignment(line: string): Assignment | 'rule' | undefined {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '$' && /[({]/.test(line[at + 1] ?? '')) {
      at = closing(line, at + 1);
      continue;
    }
    const [operator] = /^(?:::?=|[+?!]=|=)/.exec(line.slice(at, at + 3)) ?? [];
    if (operator !== undefined) {
      const kind = operator === '::=' ? ':=' : (operator as Assignment['operator']);
      return { name: line.slice(0, at).trim(), operator: kind, text: line.slice(at + operator.length).trim() };
    }
    if (line[at] === ':') return 'rule';
  }
  return undefined;
}

function assign(assignment: Assignment, reading: Reading): void {
  const { scope } = reading;
  const { operator, text } = assignment;
  scope.unsure = false;
  const name = expand(assignment.name, scope).trim();
  const before = variableOf(name, scope);
  if (operator === '?=' && before) return;
  const deferred = operator === '=' || operator === '?=' || (operator === '+=' && (before?.deferred ?? true));
  const added = deferred ? text : expand(text, scope);
  const unsure = operator === '!=' || scope.unsure || (operator === '+=' && before?.unsure === true);
  const whole = operator === '+=' && before ? `${before.text} ${added}` : added;
  scope.variables.set(name, { text: whole, deferred, unsure });
  if (isList(name) && (unsure || listIsUnsure(text, scope))) reading.unsure = true;
  // `obj-$(CONFIG_X)` with the option off is `obj-`, which nobody reads.
  if (/-n?$/.test(name)) passOver(assignment, reading);
}

function listIsUnsure(text: string, scope: MakeScope): boolean {
  scope.unsure = false;
  expand(text, scope);
  return scope.unsure;
}

const isList = (name: string): boolean =>
  /^(?:obj|lib|core|libs|drivers|extra|always)-|-(?:y|m|objs)$/.test(name) && !/flags/i.test(name);

function passOver({ name, text }: Assignment, { scope, branches, passedOver }: Reading): void {
  const off = branches.filter((branch) => !branch.now).flatMap((branch) => branch.options);
  const unset = optionsIn(name).filter((option) => !variableOf(option, scope)?.text);
  const options = [...new Set([...off, ...unset])];
  passedOver.push({ words: words(expand(text, scope)), options });
}

const optionsIn = (text: string): string[] => text.match(/\bCONFIG_\w+/g) ?? [];

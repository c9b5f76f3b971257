/** A variable of a makefile. */
export interface MakeVariable {
  readonly text: string;
  /** Set with `=`: its text is expanded where it is used. */
  readonly deferred: boolean;
  /** Something went into it that only make itself could say (a command's output, the files of a folder). */
  readonly unsure: boolean;
}

/** Variables by name, and whether an expansion met something that only make itself could say. */
export interface MakeScope {
  readonly variables: Map<string, MakeVariable>;
  /** Looked at after `variables`, and never changed: a configuration has thousands. */
  readonly given: readonly ReadonlyMap<string, string>[];
  unsure: boolean;
}

/** What a variable has, set or given. */
export function variableOf(name: string, { variables, given }: MakeScope): MakeVariable | undefined {
  const set = variables.get(name);
  if (set) return set;
  const text = given.find((map) => map.has(name))?.get(name);
  return text === undefined ? undefined : { text, deferred: false, unsure: false };
}

export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The text as GNU make would expand it ("How Variables Get Their Values", "Functions for Transforming Text"). */
export function expand(text: string, scope: MakeScope, depth = 0): string {
  if (!text.includes('$')) return text;
  if (depth > 60) {
    scope.unsure = true; // a variable that names itself: make ends with an error
    return '';
  }
  let out = '';
  for (let at = 0; at < text.length; ) {
    if (text[at] !== '$') {
      const next = text.indexOf('$', at);
      const end = next < 0 ? text.length : next;
      out += text.slice(at, end);
      at = end;
      continue;
    }
    const open = text[at + 1];
    if (open === '(' || open === '{') {
      const end = closing(text, at + 1);
      out += reference(text.slice(at + 2, end), scope, depth + 1);
      at = end + 1;
    } else {
      out += open === '$' ? '$' : open === undefined ? '' : value(open, scope, depth + 1);
      at += 2;
    }
  }
  return out;
}

/** Where the parenthesis or brace that opens at `open` is closed; the end of the text when it is not. */
export function closing(text: string, open: number): number {
  const [up, down] = text[open] === '{' ? ['{', '}'] : ['(', ')'];
  let level = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === up) level++;
    else if (text[at] === down && --level === 0) return at;
  }
  return text.length;
}

function reference(inside: string, scope: MakeScope, depth: number): string {
  const [, name, rest] = /^([a-z-]+)[ \t]+(.*)$/s.exec(inside) ?? [];
  if (name !== undefined && rest !== undefined) return calledFunction(name, rest, scope, depth);
  const substitution = /^([^:]+):([^=]*)=(.*)$/s.exec(inside);
  if (!substitution) return value(expand(inside, scope, depth), scope, depth);
  const [, variable = '', from = '', to = ''] = substitution.map((part) => expand(part, scope, depth));
  const pattern = from.includes('%') ? from : `%${from}`;
  return patsubst(pattern, from.includes('%') ? to : `%${to}`, value(variable, scope, depth));
}

function value(name: string, scope: MakeScope, depth: number): string {
  const variable = variableOf(name, scope);
  if (!variable) return '';
  if (variable.unsure) scope.unsure = true;
  return variable.deferred ? expand(variable.text, scope, depth) : variable.text;
}

function calledFunction(name: string, rest: string, scope: MakeScope, depth: number): string {
  const args = commas(rest);
  const lazy = lazyFunctions[name];
  if (lazy) return lazy(args, (text) => expand(text, scope, depth), scope);
  const known = functions[name];
  if (known) return known(...args.map((arg) => expand(arg, scope, depth)));
  if (!silent.has(name)) scope.unsure = true; // shell, wildcard, eval, …
  return '';
}

function commas(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' || text[at] === '{') at = closing(text, at);
    else if (text[at] === ',') {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** What `%` stands for in the word; `undefined` when the word does not fit the pattern. */
function stem(pattern: string, word: string): string | undefined {
  const at = pattern.indexOf('%');
  if (at < 0) return word === pattern ? '' : undefined;
  const [head, tail] = [pattern.slice(0, at), pattern.slice(at + 1)];
  const fits = word.length >= head.length + tail.length && word.startsWith(head) && word.endsWith(tail);
  return fits ? word.slice(head.length, word.length - tail.length) : undefined;
}

const patsubst = (pattern: string, to: string, text: string): string =>
  each(text, (word) => {
    const found = stem(pattern, word);
    return found === undefined ? word : to.replace('%', () => found);
  });

const each = (text: string, change: (word: string) => string): string => words(text).map(change).join(' ');

const keep = (patterns: string, text: string, fitting: boolean): string => {
  const all = words(patterns);
  const fits = (word: string) => all.some((pattern) => stem(pattern, word) !== undefined);
  return words(text)
    .filter((word) => fits(word) === fitting)
    .join(' ');
};

// Said or built by make, but no part of a list.
const silent = new Set(['info', 'warning', 'error', 'origin', 'flavor', 'value']);

const functions: Readonly<Record<string, (...args: string[]) => string>> = {
  addprefix: (prefix = '', text = '') => each(text, (word) => prefix + word),
  addsuffix: (suffix = '', text = '') => each(text, (word) => word + suffix),
  basename: (text = '') => each(text, (word) => word.replace(/\.[^./]*$/, '')),
  dir: (text = '') => each(text, (word) => word.slice(0, word.lastIndexOf('/') + 1) || './'),
  notdir: (text = '') => each(text, (word) => word.slice(word.lastIndexOf('/') + 1)),
  filter: (patterns = '', text = '') => keep(patterns, text, true),
  'filter-out': (patterns = '', text = '') => keep(patterns, text, false),
  findstring: (what = '', text = '') => (text.includes(what) ? what : ''),
  firstword: (text = '') => words(text)[0] ?? '',
  lastword: (text = '') => words(text).at(-1) ?? '',
  word: (count = '', text = '') => words(text)[Number(count) - 1] ?? '',
  words: (text = '') => String(words(text).length),
  patsubst: (pattern = '', to = '', text = '') => patsubst(pattern.trim(), to, text),
  sort: (text = '') => [...new Set(words(text))].sort().join(' '),
  strip: (text = '') => words(text).join(' '),
  subst: (from = '', to = '', text = '') => (from === '' ? text : text.replaceAll(from, () => to)),
  abspath: (text = '') => text,
  realpath: (text = '') => text,
};

type Lazy = (args: readonly string[], expanded: (text: string) => string, scope: MakeScope) => string;

const lazyFunctions: Readonly<Record<string, Lazy>> = {
  if: ([condition = '', yes = '', no = ''], expanded) => expanded(expanded(condition.trim()) === '' ? no : yes),
  or: (args, expanded) => args.map((arg) => expanded(arg.trim())).find((text) => text !== '') ?? '',
  and: (args, expanded) => {
    const all = args.map((arg) => expanded(arg.trim()));
    return all.includes('') ? '' : (all.at(-1) ?? '');
  },
  foreach: ([name = '', list = '', text = ''], expanded, { variables }) => {
    const key = expanded(name).trim();
    const before = variables.get(key);
    const parts = words(expanded(list)).map((word) => {
      variables.set(key, { text: word, deferred: false, unsure: false });
      return expanded(text);
    });
    if (before) variables.set(key, before);
    else variables.delete(key);
    return parts.join(' ');
  },
  // What kbuild itself defines (cc-option and the like) gives flags, never objects.
  call: ([name = '', ...args], expanded, scope) => {
    const called = variableOf(expanded(name).trim(), scope);
    if (!called) return '';
    const params = Array.from({ length: 10 }, (_, at) => expanded([name, ...args][at] ?? ''));
    for (const [at, text] of params.entries()) {
      scope.variables.set(String(at), { text, deferred: false, unsure: false });
    }
    return expanded(called.text);
  },
};

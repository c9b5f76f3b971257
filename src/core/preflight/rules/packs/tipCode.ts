import type { CodeLine } from '../../../patch/codeOf.ts';
import type { FileDiff } from '../../../patch/fileDiff.ts';
import { type Checked, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { codeHunks } from '../content/codeHunks.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { type AddedFunction, addedFunctions, declarationsOf, outOfOrder } from './addedFunctions.ts';
import { atDiffLine } from './atDiffLine.ts';
import { isOfPackByName } from './isOfPackByName.ts';

const file = 'Documentation/process/maintainer-tip.rst';
const STYLE = { group: 'subsystem', pack: 'tip-style' } as const;
const VARIABLES = 'Variable declarations';
const MOST = 400;

const given = (...lines: readonly string[]) => ({
  subject: '[PATCH] x86/mm: Count',
  diff: exampleDiff('arch/x86/mm/init.c', lines),
});
const body = (...lines: readonly string[]) =>
  given('+static int count(struct list *list)', '+{', ...lines.map((line) => `+${line}`), '+}');

/** What a look at one line of code says: the piece that is meant, and the sentence. */
type Seen = { readonly word: string; readonly what: string } | undefined;

/** The first added line of each patch at which `see` sees something. */
const inCode = (see: (line: CodeLine, next: CodeLine | undefined, gone: ReadonlySet<string>) => Seen) =>
  eachPatch((patch, { facts }): readonly Finding[] => {
    const meant = new Set(patch.diff.filter(({ path }) => isOfPackByName('tip-style', path, facts)));
    for (const { file: diff, lines } of codeHunks(patch)) {
      if (!meant.has(diff)) continue;
      const gone = new Set(lines.flatMap(({ line, comment }) => (line.mark === '-' ? [comment.trim()] : [])));
      for (const [index, one] of lines.entries()) {
        if (one.line.mark !== '+' || one.line.text.length > MOST) continue;
        const seen = see(one, lines[index + 1], gone);
        if (seen) return [{ ...atDiffLine(patch, diff.path, one.line, seen.word), what: seen.what }];
      }
    }
    return [];
  });

/** What is said of the first new function of each patch in the pack's files. */
const inFunctions = (
  pack: 'tip' | 'tip-style',
  look: (added: AddedFunction) => { readonly line: AddedFunction['lines'][number]; readonly what: string } | undefined,
) =>
  eachPatch((patch, { facts }: Checked): readonly Finding[] => {
    const isMeant = ({ path }: FileDiff): boolean => isOfPackByName(pack, path, facts);
    for (const added of patch.diff.filter(isMeant).flatMap(addedFunctions)) {
      const found = look(added);
      if (found) return [{ ...atDiffLine(patch, added.path, found.line, found.line.text.trim()), what: found.what }];
    }
    return [];
  });

const tailComment = ({ code, comment }: CodeLine, gone: ReadonlySet<string>): Seen => {
  const text = code.trimEnd();
  const word = comment.trim();
  // Members and initialisers end in a comma or have no call; a line that was there before was not written now.
  if (word === '' || gone.has(word) || !/^\s/.test(text) || !/[;{)]$/.test(text) || !/[=(]/.test(text))
    return undefined;
  if (/^\s*#/.test(text) || /fall\s?-?through/i.test(word)) return undefined;
  return { word, what: `A comment stands behind the code: "${word.slice(0, 60)}"` };
};

const bareUnsigned = ({ code }: CodeLine): Seen => {
  const isBare = /\bunsigned\b(?!\s+(?:int|long|short|char|__int128|_BitInt)\b)(?=\s+\*?\s*[a-z_]|\s*[,)*])/.test(code);
  return isBare ? { word: 'unsigned', what: '"unsigned" stands alone.' } : undefined;
};

const CONTROL = /^(\t+)(?:for|while|if|for_each_\w+|list_for_each\w*|hlist_for_each\w*) ?\(.*\)\s*$/;

const looseBody = ({ code }: CodeLine, next: CodeLine | undefined): Seen => {
  const indent = CONTROL.exec(code)?.[1];
  const inner = next?.line.mark === '-' ? undefined : CONTROL.exec((next?.code ?? '').slice(0, MOST))?.[1];
  if (indent === undefined || inner?.length !== indent.length + 1) return undefined;
  return {
    word: code.trim(),
    what: `Would brackets help? What follows "${code.trim().slice(0, 50)}" is no single line.`,
  };
};

const mustHold = ({ comment }: CodeLine): Seen => {
  const word = /\b[Cc]allers? (?:must|should|has to|have to) (?:be )?hold(?:ing)?\b/.exec(comment)?.[0];
  return word === undefined
    ? undefined
    : { word, what: `Could lockdep_assert_held() say this? The comment says "${word}".` };
};

const apart = (added: AddedFunction) => {
  let run = 0;
  let before: string | undefined;
  for (const { line, type, value, names } of declarationsOf(added) ?? []) {
    // Pointers and values are read better one a line.
    const own = value === '' && names.length > 0 && !line.text.includes('*') ? type : undefined;
    run = own !== undefined && own === before ? run + 1 : 1;
    before = own;
    if (run === 3 && own !== undefined)
      return { line, what: `Can these be one line? It is the third of "${own}" in a row.` };
  }
  return undefined;
};

const splitDeclaration = ({ lines }: AddedFunction) => {
  const end = lines.findIndex(({ text }) => text.trim() === '');
  const top = lines.slice(0, Math.max(0, Math.min(end, 40)));
  const line = top.find(({ text }) =>
    /^\t(?:(?:struct|unsigned|const) )?\w+ \**\w+ = [^;{"]*[(,=+|&]$/.test(text.slice(0, MOST)),
  );
  return (
    line && { line, what: `Can the value be given below? "${line.text.trim().slice(0, 60)}" goes on in the next line.` }
  );
};

/** The tip tree's coding style. */
export const tipCode: readonly PreflightRule[] = [
  {
    ...STYLE,
    name: 'tip-comment-behind-code',
    title: 'a comment behind code on the same line',
    severity: 'warning',
    sources: [{ file, heading: 'Comment style', phrase: 'Please refrain from using tail comments' }],
    covers: ['TIP-11'],
    why: 'Such comments disturb the reading of the code.',
    next: 'Put the comment on a line of its own above.',
    look: inCode((line, _next, gone) => tailComment(line, gone)),
    examples: [
      { given: given('+\tseed = MAGIC; /* Nor here */'), finds: '"/* Nor here */"' },
      { given: given('+\t/* Here. */', '+\tseed = MAGIC;') },
      { given: given('+\tint a; /* A member */', '+\t{ 1 }, /* A row */') },
      { given: given('-\tseed = OLD; /* Nor here */', '+\tseed = MAGIC; /* Nor here */') },
      { given: { diff: exampleDiff('mm/slub.c', ['+\tseed = MAGIC; /* Nor here */']) } },
    ],
  },
  {
    group: 'subsystem',
    pack: 'tip',
    name: 'tip-declarations-not-by-length',
    title: 'declarations of a new function are not ordered longest to shortest',
    severity: 'warning',
    sources: [{ file, heading: VARIABLES, phrase: 'The preferred ordering of variable declarations at' }],
    covers: ['TIP-12'],
    why: 'In reverse fir tree order they are faster to read.',
    next: 'Put the longest declaration line first.',
    look: inFunctions('tip', (added) => {
      const found = outOfOrder(declarationsOf(added) ?? []);
      if (!found || found.dependent) return undefined;
      return {
        line: found.line,
        what: `"${found.line.text.trim()}" is longer than "${found.before.text.trim()}" above it.`,
      };
    }),
    examples: [
      { given: body('\tint ret;', '\tunsigned long foo;', '', '\treturn 0;'), finds: 'is longer than "int ret;"' },
      { given: body('\tunsigned long foo;', '\tint ret;', '', '\treturn 0;') },
      { given: body('\tint ret = 1;', '\tunsigned long foo = ret;', '', '\treturn 0;') },
    ],
  },
  {
    ...STYLE,
    name: 'tip-declarations-of-one-type-apart',
    title: 'variables of one type are declared on lines of their own',
    severity: 'note',
    sources: [{ file, heading: VARIABLES, phrase: 'aggregate variables of the same type into a' }],
    covers: ['TIP-12'],
    why: 'The top of a function then takes less of the screen.',
    next: 'Declare them on one line: unsigned long a, b, c;',
    look: inFunctions('tip-style', apart),
    examples: [
      { given: body('\tlong a;', '\tlong b;', '\tlong c;', '', '\treturn 0;'), finds: 'the third of "long"' },
      { given: body('\tlong a, b, c;', '\tint d;', '', '\treturn 0;') },
      { given: body('\tlong a = 1;', '\tlong b = 2;', '\tlong c = 3;', '', '\treturn 0;') },
    ],
  },
  {
    ...STYLE,
    name: 'tip-declaration-split',
    title: 'a declaration with a value goes over several lines',
    severity: 'note',
    sources: [{ file, heading: VARIABLES, phrase: 'refrain from introducing line splits in variable' }],
    covers: ['TIP-12'],
    why: 'It hides where the declarations end and the code begins.',
    next: 'Declare the variable, and give the value on a line below the declarations.',
    look: inFunctions('tip-style', splitDeclaration),
    examples: [
      {
        given: body('\tstruct a *b = container_of(bar,', '\t\t\t\tstruct a, c);', '', '\treturn 0;'),
        finds: 'given below',
      },
      { given: body('\tstruct a *b = first(bar);', '', '\treturn 0;') },
    ],
  },
  {
    ...STYLE,
    name: 'tip-unsigned-alone',
    title: 'unsigned without int',
    severity: 'warning',
    sources: [{ file, heading: 'Variable types', phrase: "Please use 'unsigned int' instead of 'unsigned'" }],
    covers: ['TIP-13'],
    why: 'One type has one name, so that it is found.',
    next: "Write 'unsigned int'.",
    look: inCode(bareUnsigned),
    examples: [
      { given: given('+\tunsigned i;'), finds: 'stands alone' },
      { given: given('+\tunsigned int i;', '+\tunsigned long j;', '+\tunsigned char *k;') },
      { given: given('+\t/* an unsigned value */', '+\tpr_info("unsigned value");') },
    ],
  },
  {
    ...STYLE,
    name: 'tip-brackets-left-out',
    title: 'no brackets around what is more than one line',
    severity: 'note',
    sources: [{ file, heading: 'Bracket rules', phrase: 'is truly a single line' }],
    covers: ['TIP-14'],
    why: 'Brackets around the outer loop or condition make the flow easier to read.',
    next: 'Put brackets around the body of the outer statement.',
    look: inCode(looseBody),
    examples: [
      { given: given('+\tfor (i = 0; i < n; i++)', '+\t\tif (a[i])', '+\t\t\tcount();'), finds: 'Would brackets help' },
      { given: given('+\tfor (i = 0; i < n; i++) {', '+\t\tif (a[i])', '+\t\t\tcount();', '+\t}') },
      { given: given('+\tif (a)', '+\t\tcount();') },
    ],
  },
  {
    ...STYLE,
    name: 'tip-lock-asked-for-in-comment',
    title: 'a comment says which lock the caller must hold',
    severity: 'note',
    sources: [
      { file, heading: 'Documenting locking requirements', phrase: 'comments are not necessarily the best choice' },
    ],
    covers: ['TIP-17'],
    why: 'A kernel with PROVE_LOCKING checks the assertion each time; nobody checks a comment.',
    next: 'Write lockdep_assert_held(&foo->lock); at the top of the function.',
    look: inCode(mustHold),
    examples: [
      { given: given('+/* Caller must hold foo->lock */'), finds: 'Could lockdep_assert_held()' },
      { given: given('+\tlockdep_assert_held(&foo->lock);') },
      { given: given(' /* Caller must hold foo->lock */', '+\tcount();') },
    ],
  },
];

import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Checked, Finding, PreflightRule } from '../../rule.ts';
import { type CodeHunk, codeHunks, isKernelCode } from './codeHunks.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atLine } from './newUses.ts';

const EXPORT = /^\s*EXPORT_SYMBOL(?:_NS)?(?:_GPL)?\s*\(\s*(\w+)/;
const WORD = /[A-Za-z_]\w*/g;

interface Offered {
  readonly patch: PatchMail;
  readonly path: string;
  readonly line: CodeHunk['lines'][number]['line'];
}

/** Whether a line at the left margin names a function without calling it: its definition or its prototype. */
const declares = (code: string, name: string): boolean => /^\w/.test(code) && code.includes(`${name}(`);

interface Names {
  readonly offered: Map<string, Offered>;
  readonly used: Set<string>;
  readonly declared: Set<string>;
}

/** Functions that the series exports, and all names that its lines use afterwards. */
const readNames = ({ series }: Checked): Names => {
  const names: Names = { offered: new Map(), used: new Set(), declared: new Set() };
  for (const patch of series.patches) for (const hunk of codeHunks(patch)) readHunk(patch, hunk, names);
  return names;
};

const readHunk = (patch: PatchMail, { file, lines }: CodeHunk, { offered, used, declared }: Names): void => {
  for (const { code, line } of lines) {
    // What is longer was written by a machine.
    if (line.mark === '-' || code.length > 1000) continue;
    const name = line.mark === '+' && isKernelCode(file.path) ? EXPORT.exec(code)?.[1] : undefined;
    if (name !== undefined) offered.set(name, { patch, path: file.path, line });
    else for (const [word] of code.matchAll(WORD)) (declares(code, word) ? declared : used).add(word);
  }
};

const look = (checked: Checked): readonly Finding[] => {
  const { offered, used, declared } = readNames(checked);
  return [...offered].flatMap(([name, { patch, path, line }]): readonly Finding[] => {
    // What was there before and is only exported now has its users elsewhere.
    if (used.has(name) || !declared.has(name)) return [];
    const from = line.text.indexOf(name);
    const what = `${name}() is new and exported, and nothing in the series calls it: who will?`;
    return [{ ...atLine(patch, path, line, { from, to: from + name.length }), what }];
  });
};

const offers = ['+int slub_count(void)', '+{', '+\treturn 1;', '+}', '+EXPORT_SYMBOL_GPL(slub_count);', ' '];
const calls = exampleDiff('mm/slab.c', [' {', '+\tslub_count();', ' }']);

/** What a series offers and does not use. */
export const unusedFunction: readonly PreflightRule[] = [
  {
    name: 'exported-function-unused',
    title: 'a new exported function that the series does not use',
    group: 'content',
    severity: 'note',
    sources: [
      {
        file: 'Documentation/process/5.Posting.rst',
        heading: 'Patch preparation',
        phrase: 'should make that code active immediately',
      },
    ],
    covers: ['SER-09'],
    why: 'Without a user nobody can judge whether it is right, and code that nobody calls is taken out again.',
    next: 'Send its first user in the same series, or say in the message which posted series uses it (with a link).',
    look,
    examples: [
      { given: { diff: exampleDiff('mm/slub.c', [' ', ...offers]) }, finds: 'slub_count() is new and exported' },
      { given: [{ diff: exampleDiff('mm/slub.c', [' ', ...offers]) }, { diff: calls }] },
      { given: { diff: exampleDiff('mm/slub.c', [' ', '+EXPORT_SYMBOL_GPL(slub_count);', ' ']) } },
    ],
  },
];

import type { PatchMail } from '../../../patch/patchMail.ts';
import { type Checked, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { codeHunks } from './codeHunks.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atLine, atUse, type FindSpot, inCode, newUses, spotOf } from './newUses.ts';

const CHECKLIST = { file: 'Documentation/process/submit-checklist.rst', heading: 'Provide documentation' };
const IOCTLS = 'Documentation/userspace-api/ioctl/ioctl-number.rst';
const PARAMETERS = 'Documentation/admin-guide/kernel-parameters.txt';

const isUapi = (path: string): boolean => /(?:^|\/)include\/uapi\//.test(path);

const touches = ({ series }: Checked, prefix: string): boolean =>
  series.patches.some(({ diff }) => diff.some(({ path }) => path.startsWith(prefix)));

/** What a line of a header fixes for programs: the same with other blanks, comments or commas is the same. */
const meaning = (code: string): string => code.replace(/\s+/g, ' ').trim().replace(/ ?,$/, '');

const fixesSomething = (code: string): boolean =>
  /^\s*#\s*define\s+\w+\s+\S/.test(code)
  || /^\s+[A-Z]\w+\s*(?:=[^;]*)?,?\s*$/.test(code)
  || /^\s+[\w\s*]+\b\w+(?:\[[^\]]*\])?;/.test(code);

const takenAway = (patch: PatchMail): readonly Finding[] => {
  const kept = new Set<string>();
  const hunks = codeHunks(patch).filter(({ file }) => isUapi(file.path));
  for (const { lines } of hunks) for (const { code, line } of lines) if (line.mark === '+') kept.add(meaning(code));
  const gone = hunks.flatMap(({ file, lines }) =>
    lines
      .filter(({ code, line }) => line.mark === '-' && fixesSomething(code) && !kept.has(meaning(code)))
      .map(({ line }) => ({ path: file.path, line })),
  );
  return gone.slice(0, 10).map(({ path, line }) => ({
    ...atLine(patch, path, line, { from: 0, to: line.text.length }),
    what: `A line of ${path} is removed or changed, and programs may rely on it.`,
  }));
};

const ENUMERATOR = /^\s+([A-Z]\w*)\s*,\s*$/;

/** An enumerator put before others that have no number of their own: each of those gets another number. */
const renumbered = (patch: PatchMail): readonly Finding[] =>
  codeHunks(patch).flatMap(({ file, lines }) => {
    if (!isUapi(file.path)) return [];
    const shown = lines.filter(({ line }) => line.mark !== '-');
    return shown.flatMap(({ code, line }, at): readonly Finding[] => {
      const next = shown.slice(at + 1, at + 8).find((one) => one.code.trim() !== '');
      const name = line.mark === '+' ? ENUMERATOR.exec(code)?.[1] : undefined;
      const moved = next?.line.mark === ' ' ? ENUMERATOR.exec(next.code)?.[1] : undefined;
      if (name === undefined || moved === undefined || /MAX|LAST|END|NUM|COUNT|__/.test(moved)) return [];
      const spot = { from: line.text.indexOf(name), to: line.text.indexOf(name) + name.length };
      return [
        { ...atLine(patch, file.path, line, spot), what: `${name} stands before ${moved}, whose number changes.` },
      ];
    });
  });

const ATTRIBUTE = inCode(/^\s*(?:static\s+)?(?:DEVICE|DRIVER|BUS|CLASS)_ATTR(?:_R[OW]|_WO|_ADMIN_RW)?\s*\(/);

const IOCTL: FindSpot = ({ code }) => spotOf(/^\s*#\s*define\s+\w+\s+_IO(?:W|R|WR)?\s*\(/.exec(code));

/** The header, as the table of numbers names it. */
const listedAs = (path: string): string => path.replace(/^.*?include\/uapi\//, '');

const PARAMETER = /^\s*(?:__setup|early_param|core_param|__setup_param)\s*\(/;

const unknownParameters = (patch: PatchMail, checked: Checked): readonly Finding[] => {
  const document = checked.facts.document(PARAMETERS);
  if (document === undefined || touches(checked, 'Documentation/')) return [];
  return newUses(patch, ({ code }) => spotOf(PARAMETER.exec(code))).flatMap((use) => {
    const name = /"([\w.-]+)=?"/.exec(use.line.strings)?.[1] ?? /core_param\s*\(\s*([\w.]+)/.exec(use.line.code)?.[1];
    if (name === undefined || document.includes(`\t${name}`)) return [];
    return [{ ...atUse(patch, use), what: `The boot parameter "${name}" is not in ${PARAMETERS}.` }];
  });
};

const MODULE_PARAMETER = /^\s*module_param(?:_named|_array|_string|_cb|_array_named)?\s*\(\s*(\w+)/;

const undescribed = (patch: PatchMail, { facts }: Checked): readonly Finding[] =>
  newUses(patch, ({ code }) => spotOf(MODULE_PARAMETER.exec(code))).flatMap((use) => {
    const { file } = use.hunk;
    const name = MODULE_PARAMETER.exec(use.line.code)?.[1] ?? '';
    const description = new RegExp(`\\bMODULE_PARM_DESC\\s*\\(\\s*${name}\\b`);
    const isShown = file.hunks.some(({ lines }) =>
      lines.some(({ mark, text }) => mark !== '-' && description.test(text)),
    );
    const former = file.change === 'added' ? '' : facts.document(file.path);
    if (isShown || former === undefined || description.test(former)) return [];
    return [{ ...atUse(patch, use), what: `The module parameter ${name} has no MODULE_PARM_DESC().` }];
  });

const example = (path: string, ...lines: readonly string[]) => ({ given: { diff: exampleDiff(path, lines) } });
const slub = (line: string) => ({ given: { diff: exampleDiff('mm/slub.c', [' ', `+${line}`, ' ']) } });
const documented = (text: string) => ({ facts: { document: () => text } });

/** What programs and administrators get to see. */
export const userInterfaces: readonly PreflightRule[] = [
  {
    name: 'uapi-line-changed',
    title: 'a line that programs may rely on is removed or changed',
    group: 'content',
    severity: 'warning',
    sources: [
      {
        file: 'Documentation/process/4.Coding.rst',
        heading: 'Regressions',
        phrase: 'interface has been exported to user space',
      },
    ],
    covers: ['SER-19', 'RCP-06'],
    why: 'Programs that were built with the old line must go on working with the new kernel.',
    next: 'Keep the old line and add a new one; if nothing can rely on it, say in the message how you know.',
    look: eachPatch(takenAway),
    examples: [
      { ...example('include/uapi/linux/a.h', ' ', '-#define A_B 1', '+#define A_B 2', ' '), finds: 'may rely on it' },
      { ...example('include/uapi/linux/a.h', ' struct a {', '-\t__u32 b;', ' };'), finds: 'may rely on it' },
      example('include/uapi/linux/a.h', ' ', '-#define A_B 1', '+#define A_B\t1 /* b */', ' '),
      example('include/uapi/linux/a.h', ' ', '-/* a = 1; */', ' '),
      example('include/linux/a.h', ' ', '-#define A_B 1', ' '),
    ],
  },
  {
    name: 'uapi-enumerators-renumbered',
    title: 'an enumerator is put before others, whose numbers change',
    group: 'content',
    severity: 'warning',
    sources: [
      {
        file: 'Documentation/process/4.Coding.rst',
        heading: 'Regressions',
        phrase: 'interface has been exported to user space',
      },
    ],
    covers: ['SER-19'],
    why: 'Programs hold the numbers, not the names: built before, they would say one thing and mean another.',
    next: 'Add it at the end, before the one that counts them.',
    look: eachPatch(renumbered),
    examples: [
      { ...example('include/uapi/linux/a.h', ' enum a {', '+\tA_NEW,', ' \tA_OLD,', ' };'), finds: 'number changes' },
      example('include/uapi/linux/a.h', ' enum a {', ' \tA_OLD,', '+\tA_NEW,', ' \tA_MAX,', ' };'),
      example('include/uapi/linux/a.h', ' enum a {', ' \tA_OLD,', '+\tA_NEW,', ' };'),
    ],
  },
  {
    name: 'attribute-undocumented',
    title: 'a new sysfs attribute that Documentation/ABI does not know',
    group: 'content',
    severity: 'note',
    sources: [{ ...CHECKLIST, phrase: 'userspace interfaces are documented in ``Documentation/ABI/``' }],
    covers: ['SER-19'],
    why: 'Programs will read it; what it promises them has to be written down once.',
    next: 'Describe it in a file below Documentation/ABI/testing/ (its README says how).',
    look: (checked) =>
      touches(checked, 'Documentation/')
        ? []
        : eachPatch((patch) =>
            newUses(patch, ATTRIBUTE).map((use) => ({
              ...atUse(patch, use),
              what: 'A sysfs attribute is added: is it described in Documentation/ABI?',
            })),
          )(checked),
    examples: [
      { ...slub('static DEVICE_ATTR_RO(count);'), finds: 'Documentation/ABI' },
      slub('/* DEVICE_ATTR_RO(count); */'),
    ],
  },
  {
    name: 'ioctl-unregistered',
    title: 'a new ioctl whose number is not in the table',
    group: 'content',
    severity: 'note',
    sources: [
      { ...CHECKLIST, phrase: "If any ioctl's are added by the patch" },
      { file: IOCTLS, heading: 'Ioctl Numbers', phrase: 'you should use the _IO macros' },
    ],
    covers: ['SER-19'],
    why: 'Two drivers with the same number make programs do the wrong thing to the wrong device.',
    next: `Add the letter and the range to ${IOCTLS}, unless its block is there already.`,
    look: (checked) =>
      touches(checked, IOCTLS)
        ? []
        : eachPatch((patch, { facts }) =>
            newUses(patch, IOCTL, isUapi)
              .filter(({ hunk }) => !facts.document(IOCTLS)?.includes(listedAs(hunk.file.path)))
              .map((use) => ({ ...atUse(patch, use), what: `A new ioctl: is its number in ${IOCTLS}?` })),
          )(checked),
    examples: [
      { ...example('include/uapi/linux/a.h', ' ', "+#define A_B _IOW('a', 1, int)", ' '), finds: 'A new ioctl' },
      { ...example('include/uapi/linux/a.h', ' ', "+#define A_B _IOW('a', 1, int)", ' '), ...documented('linux/a.h') },
      slub("#define A_B _IOW('a', 1, int)"),
    ],
  },
  {
    name: 'boot-parameter-undocumented',
    title: 'a new boot parameter that is not documented',
    group: 'content',
    severity: 'warning',
    sources: [{ ...CHECKLIST, phrase: 'All new kernel boot parameters are documented' }],
    covers: ['SER-19'],
    why: 'It is found nowhere but in the source, so nobody can use it or knows why a machine behaves as it does.',
    next: `Describe it in ${PARAMETERS}, in alphabetical order.`,
    look: eachPatch(unknownParameters),
    examples: [
      { ...slub('__setup("slub_count=", count);'), ...documented('\tslub_debug\n'), finds: '"slub_count"' },
      { ...slub('__setup("slub_debug=", count);'), ...documented('\tslub_debug\n') },
      slub('__setup("slub_count=", count);'),
    ],
  },
  {
    name: 'module-parameter-undescribed',
    title: 'a new module parameter without MODULE_PARM_DESC()',
    group: 'content',
    severity: 'warning',
    sources: [{ ...CHECKLIST, phrase: 'documented with ``MODULE_PARM_DESC()``' }],
    covers: ['SER-19'],
    why: 'modinfo shows its name and nothing else, so nobody knows what to set.',
    next: 'Add MODULE_PARM_DESC(name, "what it does") below it.',
    look: eachPatch(undescribed),
    examples: [
      { ...slub('module_param(count, int, 0444);'), ...documented(''), finds: 'count has no MODULE_PARM_DESC' },
      { ...slub('module_param(count, int, 0444);'), ...documented('MODULE_PARM_DESC(count, "objects");') },
      example('mm/a.c', ' ', '+module_param(count, int, 0444);', '+MODULE_PARM_DESC(count, "objects");', ' '),
      slub('module_param(count, int, 0444);'),
    ],
  },
];

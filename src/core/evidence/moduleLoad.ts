import { bears } from './bears.ts';
import { bootsIn } from './bootsIn.ts';
import type { EvidenceCheck, Piece } from './evidence.ts';
import { type LogLine, logLines } from './logLines.ts';

export interface ModuleNeeds {
  /** Where the task says what it is called. */
  readonly name?: string;
}

/** What `modinfo` says. */
interface ModuleInfo {
  readonly name: string | undefined;
  /** The release that it was built for: the first word of vermagic. */
  readonly builtFor: string | undefined;
  readonly license: string | undefined;
  readonly line: number | undefined;
}

const FIELD = /^(name|vermagic|license|filename|srcversion):\s{1,20}(\S.{0,300})$/;

const readModuleInfo = (lines: readonly LogLine[]): ModuleInfo => {
  const fields = new Map<string, { value: string; line: number }>();
  for (const { text, number } of lines) {
    const [, field, value = ''] = FIELD.exec(text) ?? [];
    if (field !== undefined && !fields.has(field)) fields.set(field, { value, line: number });
  }
  const file = fields
    .get('filename')
    ?.value.split('/')
    .at(-1)
    ?.replace(/\.ko(?:\.\w+)?$/, '');
  return {
    name: fields.get('name')?.value ?? file,
    builtFor: fields.get('vermagic')?.value.split(' ')[0],
    license: fields.get('license')?.value,
    line: fields.get('vermagic')?.line,
  };
};

/**
 * Looks at a module of one's own: what `modinfo` says of it, and what the kernel printed as it was loaded. Both may be in one
 * file. `Documentation/kbuild/modules.rst`; `kernel/module/main.c` for what is printed.
 */
export const moduleLoad = (pieces: readonly Piece[], needs: ModuleNeeds, nonce: string): readonly EvidenceCheck[] => {
  const lines = pieces.flatMap(({ bytes }) => logLines(bytes));
  const info = readModuleInfo(lines);
  return [described(info, needs), marked(lines, nonce), forThisKernel(lines, info), tainted(lines, info)];
};

const described = ({ name, builtFor, license, line }: ModuleInfo, needs: ModuleNeeds): EvidenceCheck => {
  const common = { check: 'what modinfo says', needed: true, ...(line === undefined ? {} : { line }) } as const;
  if (name === undefined || builtFor === undefined) {
    const settle = 'modinfo ./NAME.ko > modinfo.txt';
    return {
      ...common,
      verdict: 'unknown',
      seen: 'The lines of modinfo, with name and vermagic, are not there.',
      settle,
    };
  }
  if (needs.name !== undefined && normal(name) !== normal(needs.name)) {
    return { ...common, verdict: 'fails', seen: `It is the module ${name}; the task asks for ${needs.name}.` };
  }
  return { ...common, verdict: 'holds', seen: `${name}, built for ${builtFor}, license ${license ?? 'not said'}.` };
};

/** The kernel writes the hyphens of a file's name as underscores. */
const normal = (name: string): string => name.replaceAll('-', '_');

const marked = (lines: readonly LogLine[], nonce: string): EvidenceCheck => {
  const check = 'your own mark';
  const own = lines.filter(({ text }) => bears(text, nonce) && !ELSEWHERE.test(text));
  const printed = own.find(({ isLogged }) => isLogged);
  if (printed) {
    const { seconds, text, number: line } = printed;
    const when = seconds === undefined ? 'The' : `At ${seconds} s the`;
    return { check, needed: true, verdict: 'holds', line, seen: `${when} kernel printed: ${text.slice(0, 100)}` };
  }
  // A log without any stamp looks like a line that was typed.
  const [typed] = own;
  if (typed) {
    const seen = 'Your mark stands in it, but nothing before it shows that the kernel printed it.';
    const settle = 'sudo dmesg > log.txt, without -t';
    return { check, needed: true, verdict: 'unknown', line: typed.number, seen, settle };
  }
  const settle = `pr_info("${nonce}\\n"); in the function that module_init() names, then sudo insmod, and dmesg > log.txt`;
  const isThere = lines.some(({ text }) => text.includes(nonce));
  const seen = isThere ? 'Your mark is in no line that the kernel printed from a module.' : 'Your mark is not in it.';
  return { check, needed: true, verdict: 'fails', seen, settle };
};

/** Where a mark stands that is not the module's: a kernel's own name and command line. */
const ELSEWHERE =
  /^(?:Linux version|(?:Kernel c|C)ommand line:|Unknown kernel command line|Hardware name)|patchling\.nonce=/;

const RELEASE = /^\d{1,3}\.\d{1,4}[\w.+~-]{0,60}$/;

const forThisKernel = (lines: readonly LogLine[], { builtFor }: ModuleInfo): EvidenceCheck => {
  const check = 'built for the kernel that ran';
  const running = bootsIn(lines).at(-1)?.release ?? lines.find(({ text }) => RELEASE.test(text.trim()))?.text.trim();
  if (builtFor === undefined) {
    const seen = 'For which kernel it was built is not said.';
    return { check, needed: true, verdict: 'unknown', seen, settle: 'modinfo ./NAME.ko > modinfo.txt' };
  }
  if (running === undefined) {
    const settle = 'uname -r >> modinfo.txt';
    return { check, needed: true, verdict: 'unknown', seen: 'Which kernel ran is not said.', settle };
  }
  if (running === builtFor) return { check, needed: true, verdict: 'holds', seen: `Both are ${running}.` };
  const seen = `modinfo says ${builtFor}, and ${running} ran: such a module is not loaded.`;
  return {
    check,
    needed: true,
    verdict: 'fails',
    seen,
    settle: 'make -C /lib/modules/$(uname -r)/build M=$PWD modules',
  };
};

/** Printed only for the first such module since the boot. */
const TAINT = /^(\S{1,64}): (?:loading out-of-tree module taints kernel|module verification failed)/;

const tainted = (lines: readonly LogLine[], { name }: ModuleInfo): EvidenceCheck => {
  const check = 'the kernel saw a foreign module';
  const taint = lines.find(({ text }) => TAINT.test(text));
  if (!taint) {
    const seen =
      'No line about a module out of the tree: another may have been loaded before, or the log begins later.';
    return { check, needed: false, verdict: 'unknown', seen };
  }
  const whose = TAINT.exec(taint.text)?.[1] ?? '';
  const isOurs = name === undefined || normal(whose) === normal(name);
  const seen = isOurs ? `It says so of ${whose}.` : `It says so of ${whose}, loaded before.`;
  return { check, needed: false, verdict: isOurs ? 'holds' : 'unknown', line: taint.number, seen };
};

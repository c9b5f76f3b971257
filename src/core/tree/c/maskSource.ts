import { blank } from './keepBranch.ts';

/**
 * Macros that stand where C has no macro, replaced by C of the same length, so that a grammar without preprocessor can
 * read a function of the kernel. Offsets and lines stay; only shapes change that nobody looks at afterwards.
 */
export const maskSource = (text: string): string => {
  let masked = text;
  for (const [pattern, replace] of MASKS) masked = masked.replace(pattern, replace);
  return masked;
};

type Mask = readonly [RegExp, (...match: string[]) => string];

/** Marks of sparse, of sections and of the compiler that stand between a type and a name, without their underscores. */
const MARKS = `user kernel iomem percpu rcu force nocast safe private bitwise init exit initdata initconst exitdata
  devinit devexit meminit ref refdata latent_entropy always_inline always_unused maybe_unused must_check pure cold hot
  weak packed aligned used visible noreturn no_sanitize_address randomize_layout sched cpuidle lockfunc
  cacheline_aligned cacheline_aligned_in_smp read_mostly ro_after_init net_init net_exit net_initdata noclone no_kcsan
  no_kasan noinline attribute_const attribute_const__ deprecated malloc nonstring inittext bpf_kfunc`.split(/\s+/);
const BARE_MARKS = 'noinline_for_stack noinline notrace asmlinkage nokprobe_inline noinstr STATIC'.split(' ');

/** Attributes with arguments. */
const CALLED_MARKS = `__attribute__ __aligned __printf __scanf __free __cleanup __counted_by __counted_by_le
  __counted_by_be __section __acquires __releases __must_hold __alloc_size __assume_aligned __guarded_by
  __realloc_size __no_sanitize`.split(/\s+/);

/** Operators that are written like calls and take types of their own. */
const OPERATORS = 'sizeof typeof __typeof __typeof__ __alignof__ _Alignof alignof'.split(' ');

/** Macros that take a plain type as an argument: va_arg(ap, unsigned int). */
const TYPE_TAKERS = 'va_arg min_t max_t clamp_t struct_size_t'.split(' ');

const any = (words: readonly string[]): string => `(?:${words.join('|')})`;
const longAs = (word: string, text: string): string => word.padEnd(text.length, ' ');

/** What stands in parentheses, two levels deep. */
const INSIDE = String.raw`(?:[^()]|\((?:[^()]|\([^()]*\))*\))*`;
/** The same within a statement. */
const INSIDE_STATEMENT = String.raw`(?:[^(){};]|\((?:[^(){};]|\([^(){};]*\))*\))*`;
const TAGGED = String.raw`(?:const\s+)?(?:struct|union|enum)\s+\w+`;
const INTEGER = '(?:unsigned|signed|long|short|int|char)';
const STARS_TO_END = String.raw`((?:\s*\*)*)(?=\s*[,)])`;
const KEYWORDS = any(['if', 'for', 'while', 'switch', 'do', 'else', 'return']);

/** A type as one word of the same length, which reads as a name. */
const asName = (before = '', space = '', type = '', stars = ''): string =>
  before + space + type.replace(/[ \t]/g, '_') + blank(stars);

const MASKS: readonly Mask[] = [
  [new RegExp(String.raw`\b${any(CALLED_MARKS)}\s*\(${INSIDE}\)`, 'g'), blank],
  [new RegExp(String.raw`\b__${any(MARKS)}\b(?!\s*\()`, 'g'), blank],
  [new RegExp(String.raw`\b${any(BARE_MARKS)}\b(?!\s*\()`, 'g'), blank],
  // A type as an argument: container_of(p, struct foo, member).
  [
    new RegExp(String.raw`(\b(?!${any(OPERATORS)}\b)\w+\s*\(|,)(\s*)(${TAGGED})${STARS_TO_END}`, 'g'),
    (_all, before, space, type, stars) => asName(before, space, type, stars),
  ],
  [
    new RegExp(
      String.raw`(\b${any(TYPE_TAKERS)}\s*\((?:[^(),]+,)?)(\s*)(${INTEGER}(?:\s+${INTEGER})*)${STARS_TO_END}`,
      'g',
    ),
    (_all, before, space, type, stars) => asName(before, space, type, stars),
  ],
  // A loop that a macro opens: list_for_each_entry(p, head, list) with its body, braced or not.
  [/\b\w*for_?(?:each|all)\w*(?=\s*\()/gi, (word) => (word.length < 5 ? word : longAs('while', word))],
  // Any other macro with a block: scoped_guard(mutex, &lock) {
  [
    new RegExp(String.raw`(^[ \t]+|[;{}]\s+)(?!${KEYWORDS}\b)(\w{5,})(\s*\(${INSIDE_STATEMENT}\)\s*\{)`, 'gm'),
    (_all, before = '', name = '', rest = '') => before + longAs('while', name) + rest,
  ],
  // SYSCALL_DEFINE3(read, unsigned int, fd, …): the head of a function with commas between type and name.
  [
    /^((?:COMPAT_)?SYSCALL_DEFINE\d)(\s*\([^)]*\))/gm,
    (all) => `long f(void)${all.slice(12).replace(/[^\n]/g, ' ')}`.slice(0, all.length),
  ],
  // A statement that is none.
  [/^[ \t]*(?:fallthrough|__fallthrough)[ \t]*;/gm, blank],
];

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

/** Marks of sparse, of sections and of the compiler that stand between a type and a name. */
const MARKS = [
  ...'user kernel iomem percpu rcu force nocast safe private bitwise init exit initdata initconst exitdata'.split(' '),
  ...'devinit devexit meminit ref refdata latent_entropy always_inline always_unused maybe_unused must_check'.split(
    ' ',
  ),
  ...'pure cold hot weak packed aligned used visible noreturn no_sanitize_address randomize_layout sched'.split(' '),
  ...'cpuidle lockfunc cacheline_aligned cacheline_aligned_in_smp read_mostly ro_after_init net_init net_exit'.split(
    ' ',
  ),
  ...'net_initdata noclone no_kcsan no_kasan noinline attribute_const attribute_const__ deprecated malloc'.split(' '),
  ...'read_overflow compiletime_error nonstring inittext bpf_kfunc cold_or_init'.split(' '),
];
const BARE_MARKS =
  'noinline_for_stack noinline notrace asmlinkage nokprobe_inline noinstr __always_inline STATIC inline_for_stack';

const longAs = (word: string, text: string): string => word.padEnd(text.length, ' ');

const MASKS: readonly Mask[] = [
  // Attributes with arguments, two levels of parentheses deep: __printf(1, 2), __attribute__((packed)).
  [
    /\b(?:__attribute__|__aligned|__printf|__scanf|__free|__cleanup|__counted_by(?:_le|_be)?|__section|__acquires|__releases|__must_hold|__alloc_size|__assume_aligned|__diagnose_as|__guarded_by|__realloc_size|__no_sanitize)\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g,
    blank,
  ],
  [new RegExp(`\\b__(?:${MARKS.join('|')})\\b(?!\\s*\\()`, 'g'), blank],
  [new RegExp(`\\b(?:${BARE_MARKS.split(' ').join('|')})\\b(?!\\s*\\()`, 'g'), blank],
  // A type as an argument: container_of(p, struct foo, member). One word of the same length reads as a name.
  [
    /(\b(?!(?:sizeof|typeof|__typeof|__typeof__|__alignof__|_Alignof|alignof)\b)\w+\s*\(|,)(\s*)((?:const\s+)?(?:struct|union|enum)\s+\w+)((?:\s*\*)*)(?=\s*[,)])/g,
    (_all, before = '', space = '', type = '', stars = '') =>
      before + space + type.replace(/[ \t]/g, '_').replace(/\n/g, '\n') + blank(stars),
  ],
  // unsigned int and its kin as an argument: va_arg(ap, unsigned int).
  [
    /(\b(?:va_arg|min_t|max_t|clamp_t|DIV_ROUND_UP_T|READ_ONCE_T|ALIGN_T|check_add_overflow_t|__smp_load|this_cpu_ptr_t|struct_size_t|const_cast|list_entry_t)\s*\()((?:[^(),]+,)?)(\s*)((?:unsigned|signed|long|short|int|char)(?:\s+(?:unsigned|signed|long|short|int|char))*)((?:\s*\*)*)(?=\s*[,)])/g,
    (_all, call = '', first = '', space = '', type = '', stars = '') =>
      call + first + space + type.replace(/[ \t]/g, '_') + blank(stars),
  ],
  // A loop that a macro opens: list_for_each_entry(p, head, list) with its body, braced or not.
  [/\b\w*for_?(?:each|all)\w*(?=\s*\()/gi, (word) => (word.length < 5 ? word : longAs('while', word))],
  // Any other macro with a block: scoped_guard(mutex, &lock) {
  [
    /(^[ \t]+|[;{}]\s+)(?!if\b|for\b|while\b|switch\b|do\b|else\b|return\b)(\w{5,})(\s*\((?:[^(){};]|\((?:[^(){};]|\([^(){};]*\))*\))*\)\s*\{)/gm,
    (_all, before = '', name = '', rest = '') => before + longAs('while', name) + rest,
  ],
  // SYSCALL_DEFINE3(read, unsigned int, fd, …): the head of a function with commas between type and name.
  [
    /^((?:COMPAT_)?SYSCALL_DEFINE\d)(\s*\([^)]*\))/gm,
    (all) => `long f(void)${all.slice(12).replace(/[^\n]/g, ' ')}`.slice(0, all.length),
  ],
  // A label's or case's attribute and statements that are no statements.
  [/^[ \t]*(?:fallthrough|__fallthrough)[ \t]*;/gm, blank],
];

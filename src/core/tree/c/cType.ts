/** The type of an expression, as far as a declaration that was found tells. */
export type CType =
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'struct'; readonly tag: string }
  | { readonly kind: 'pointer'; readonly to: CType }
  | { readonly kind: 'array'; readonly of: CType; readonly length: string }
  | { readonly kind: 'unknown' };

export const UNKNOWN: CType = { kind: 'unknown' };

/** Spellings of one and the same integer type; the first is the one we say. */
const SAME: readonly (readonly string[])[] = [
  ['u8', '__u8', 'uint8_t', 'u_int8_t', 'unsigned char', 'uchar', 'u_char', 'BYTE', 'UINT8'],
  ['s8', '__s8', 'int8_t', 'signed char'],
  ['u16', '__u16', 'uint16_t', 'u_int16_t', 'unsigned short', 'ushort', 'unsigned short int', 'u_short'],
  ['s16', '__s16', 'int16_t', 'short', 'short int', 'signed short'],
  ['u32', '__u32', 'uint32_t', 'u_int32_t', 'unsigned int', 'unsigned', 'uint', 'u_int'],
  ['int', '__s32', 's32', 'int32_t', 'signed int', 'signed'],
  ['u64', '__u64', 'uint64_t', 'u_int64_t', 'unsigned long long', 'unsigned long long int'],
  ['s64', '__s64', 'int64_t', 'long long', 'long long int', 'signed long long'],
  ['unsigned long', 'unsigned long int', 'ulong', 'u_long'],
  ['long', 'long int', 'signed long'],
  ['char'],
  ['void'],
  ['bool', '_Bool'],
  ['size_t', '__kernel_size_t'],
  ['__le16'],
  ['__be16'],
  ['__le32'],
  ['__be32'],
  ['__le64'],
  ['__be64'],
  ['dma_addr_t'],
  ['phys_addr_t'],
  ['resource_size_t'],
  ['pgoff_t'],
  ['uintptr_t'],
  ['float'],
  ['double'],
];
const SCALARS = new Map(SAME.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));

/** Types of one byte: a count of them cannot wrap when it is multiplied by their size. */
export const isByte = (type: CType): boolean =>
  type.kind === 'scalar' && ['u8', 's8', 'char', 'bool'].includes(type.name);

/** `const struct foo`, `unsigned int`, `foo_t`: a type by its words, without stars. */
export const typeByWords = (words: string): CType => {
  const plain = words
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/\b(?:const|volatile|static|register|extern|inline|__\w*user|__iomem|__rcu|__percpu|__force)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const tagged = /^(?:struct|union|enum)[ _](\w+)$/.exec(plain);
  if (tagged?.[1])
    return plain.startsWith('enum') ? { kind: 'scalar', name: plain } : { kind: 'struct', tag: tagged[1] };
  const scalar = SCALARS.get(plain);
  if (scalar) return { kind: 'scalar', name: scalar };
  return /^\w+$/.test(plain) ? { kind: 'named', name: plain } : UNKNOWN;
};

/** A type's words with stars and brackets: `struct foo *`, `u8 [16]`. */
export const typeByDeclarator = (words: string): CType => {
  const match = /^([^*[(]*)((?:\*|\s|const)*)((?:\[[^\]]*\]\s*)*)$/.exec(words.trim());
  if (!match) return UNKNOWN;
  let type = typeByWords(match[1] ?? '');
  for (const _star of match[2]?.match(/\*/g) ?? []) type = { kind: 'pointer', to: type };
  for (const [, length] of [...(match[3] ?? '').matchAll(/\[([^\]]*)\]/g)].reverse()) {
    type = { kind: 'array', of: type, length: (length ?? '').trim() };
  }
  return type;
};

export const sameType = (one: CType, other: CType): boolean => {
  if (one.kind === 'pointer' && other.kind === 'pointer') return sameType(one.to, other.to);
  if (one.kind === 'array' && other.kind === 'array') return one.length === other.length && sameType(one.of, other.of);
  if (one.kind === 'struct' && other.kind === 'struct') return one.tag === other.tag;
  if (one.kind === 'scalar' && other.kind === 'scalar') return one.name === other.name;
  return one.kind === 'named' && other.kind === 'named' && one.name === other.name;
};

/** As one would write it. */
export const typeWords = (type: CType): string => {
  switch (type.kind) {
    case 'scalar':
    case 'named':
      return type.name;
    case 'struct':
      return `struct ${type.tag}`;
    case 'pointer':
      return `${typeWords(type.to)}${type.to.kind === 'pointer' ? '' : ' '}*`;
    case 'array': // the outermost length is the first
      return typeWords(type.of).replace(/(?=\[)|$/, `[${type.length}]`);
    default:
      return 'a type that was not found';
  }
};

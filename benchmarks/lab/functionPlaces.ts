import { mustRun } from './mustRun.ts';

/** A function in an object file. */
export interface FunctionSymbol {
  readonly address: bigint;
  readonly size: number;
  readonly section: string;
}

/** The function of that name, if there is exactly one: of two nobody knows which one a trace means. */
export const functionSymbol = async (object: string, name: string): Promise<FunctionSymbol | undefined> => {
  const sections = await sectionsOf(object);
  const found = (await mustRun(['readelf', '-sW', object])).split('\n').flatMap((line): FunctionSymbol[] => {
    const [, value = '', size = '', type, , , index = '', symbol] = line.trim().split(/\s+/);
    const isCode = type === 'FUNC' || type === 'NOTYPE';
    const section = sections.get(index);
    if (symbol !== name || !isCode || section === undefined) return [];
    return [{ address: BigInt(`0x${value}`), size: Number(size), section }];
  });
  const [first] = found;
  return found.length === 1 ? first : undefined;
};

const sectionsOf = async (object: string): Promise<ReadonlyMap<string, string>> => {
  const known = sectionsKnown.get(object);
  if (known) return known;
  const lines = (await mustRun(['readelf', '-SW', object])).split('\n');
  const sections = new Map(
    lines.flatMap((line) => {
      const [, index, name] = /^\s*\[\s*(\d+)\] (\S+)/.exec(line) ?? [];
      return index === undefined || name === undefined ? [] : [[index, name] as const];
    }),
  );
  sectionsKnown.set(object, sections);
  return sections;
};

const sectionsKnown = new Map<string, ReadonlyMap<string, string>>();

const INSTRUCTION = /^\s*([\da-f]+):\s+(.*\S)/;
/** Behind the call at a function's start, which tracing puts there, nobody is ever found. */
const PROLOGUE = 10;

/**
 * Offsets in a function at which a trace may have it: of a frame that called on, behind each of its calls; of the one that
 * fell, each instruction that reads or writes memory.
 */
export const functionPlaces = async (
  object: string,
  name: string,
  { address, size, section }: FunctionSymbol,
  isFault: boolean,
): Promise<readonly number[]> => {
  const text = await mustRun(['objdump', '-d', '--no-show-raw-insn', '-j', section, `--disassemble=${name}`, object]);
  const instructions = text.split('\n').flatMap((line) => {
    const [, at, words = ''] = INSTRUCTION.exec(line) ?? [];
    return at === undefined ? [] : [{ offset: Number(BigInt(`0x${at}`) - address), words }];
  });
  return instructions.flatMap(({ offset, words }, index) => {
    if (offset < PROLOGUE || offset >= size) return [];
    if (isFault) return /\(%\w+/.test(words) && !/^(?:nop|lea)/.test(words) ? [offset] : [];
    return /^call/.test(instructions[index - 1]?.words ?? '') ? [offset] : [];
  });
};

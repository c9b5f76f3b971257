import { mustRun } from './mustRun.ts';

const PLACE = /([\w./+-]{1,300}):([1-9]\d{0,6})(?![\w.])/g;

/** The places in sources in a line of addr2line, or of the tree's script. */
export const placesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(PLACE), ([, file = '', line]) => `${shortened(file)}:${line}`);

/** Whoever answers has the sources elsewhere: a path from the root of a tree, or a module's own file. */
const shortened = (file: string): string => {
  const inTree = /(?:^|\/)((?:include|arch)\/.*)$/.exec(file)?.[1];
  return inTree ?? (file.startsWith('/') ? (file.split('/').at(-1) ?? file) : file.replace(/^\.\//, ''));
};

/** What stands at addresses of a section: innermost first, what is inlined and where. `base` is taken off the paths. */
export const sourceLines = async (
  object: string,
  section: string,
  addresses: readonly bigint[],
  base: string,
): Promise<ReadonlyMap<bigint, readonly string[]>> => {
  const hex = addresses.map((address) => `0x${address.toString(16)}`);
  // In a kernel addresses are of all of it, in a module of each section.
  const of = object.endsWith('.ko') ? ['-j', section] : [];
  const text = await mustRun(['addr2line', '-a', '-i', ...of, '-e', object, ...hex]);
  const found = new Map<bigint, readonly string[]>();
  for (const part of text.split(/^(?=0x)/m)) {
    const [address = '', ...lines] = part.split('\n');
    const places = lines.flatMap((line) => placesIn(line.replace(`${base}/`, '')));
    if (address !== '') found.set(BigInt(address), places);
  }
  return found;
};

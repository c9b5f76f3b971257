import { logLines } from '../../src/core/evidence/logLines.ts';

/** A frame as an oops names it. */
export interface OopsFrame {
  readonly function: string;
  readonly offset: number;
  readonly size: number;
  readonly module?: string;
  /** Where it fell, by the instruction itself; all others are called further, and stand behind the call. */
  readonly isFault: boolean;
}

/** A line of an oops; a frame in it is named by its number. */
export type OopsLine = string | { readonly before: string; readonly frame: number; readonly after: string };

export interface Oops {
  readonly release: string;
  readonly lines: readonly OopsLine[];
  readonly frames: readonly OopsFrame[];
}

const BEGINS = /^(?:BUG: |Oops: |general protection fault|Unable to handle)/;
const ENDS = /^---\[ end trace /;
const FRAME = /^(RIP: 0010:| )([A-Za-z_][\w.]*)\+0x([\da-f]+)\/0x([\da-f]+)(?: \[(\w+)(?: [\da-f]+)?\])?(.*)$/;
/** What the unwinder only found on the stack, and the bytes at the place that is drawn anew. */
const LEFT_OUT = /^ \? |^Code: /;
const COMM = /\bComm: (.{1,15}?) ((?:Not t|T)ainted.*? )(\d{1,3}\.\d{1,4}\S*) #/;

/** The first oops of a log, taken apart; undefined where there is none with a frame. Who ran it becomes `{nonce}`. */
export const readOops = (log: Uint8Array): Oops | undefined => {
  const all = logLines(log).map(({ text }) => text);
  const start = all.findIndex((text) => BEGINS.test(text));
  const end = all.findIndex((text, at) => at > start && ENDS.test(text));
  if (start < 0 || end < 0) return undefined;
  const frames: OopsFrame[] = [];
  let release: string | undefined;
  const lines = all.slice(start, end + 1).flatMap((text): OopsLine[] => {
    if (LEFT_OUT.test(text)) return [];
    release ??= COMM.exec(text)?.[3];
    const [, before = '', name, offset = '', size = '', module, after = ''] = FRAME.exec(text) ?? [];
    if (name === undefined) return [text.replace(COMM, 'Comm: {nonce} $2$3 #')];
    frames.push({
      ...{ function: name, offset: Number.parseInt(offset, 16), size: Number.parseInt(size, 16) },
      ...(module !== undefined && { module }),
      isFault: before !== ' ',
    });
    return [{ before, frame: frames.length - 1, after }];
  });
  return release === undefined || frames.length === 0 ? undefined : { release, lines, frames };
};

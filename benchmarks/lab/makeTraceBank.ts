import { dirname } from 'node:path';
import type { BankFrame, BankPlace, TraceBank } from '../../src/core/evidence/traceBank.ts';
import { decodeByScript } from './decodeByScript.ts';
import { functionPlaces, functionSymbol } from './functionPlaces.ts';
import type { OopsFrame } from './readOops.ts';
import { readOops } from './readOops.ts';
import { placesIn, sourceLines } from './sourceLines.ts';

export interface BankOrder {
  /** A log with an oops in it. */
  readonly log: Uint8Array;
  readonly tree: string;
  /** The kernel's; where it has no debug information its frames are asked of nobody. */
  readonly vmlinux: string;
  readonly hasDebugInfo: boolean;
  /** The module that fell, with debug information. */
  readonly module: string;
}

/**
 * A bank of traces out of one real oops: each frame at every place of its function where it may as well have been, with what
 * the tree's script says of it. What the script gets wrong (6.12's does, in a module's sections besides .text) is asked of
 * nobody; that it says the line that one returns to, and others the call before it, is right both ways.
 */
export const makeTraceBank = async (order: BankOrder): Promise<TraceBank> => {
  const oops = readOops(order.log);
  if (!oops) throw new Error('there is no oops in this log');
  const frames: BankFrame[] = [];
  for (const frame of oops.frames) frames.push(await bankFrame(frame, order));
  return { release: oops.release, lines: oops.lines, frames };
};

const bankFrame = async (frame: OopsFrame, order: BankOrder): Promise<BankFrame> => {
  const { function: name, size, module, offset, isFault } = frame;
  const common = { function: name, size, ...(module !== undefined && { module }) };
  const object = module === undefined ? order.vmlinux : order.module;
  const symbol = module !== undefined || order.hasDebugInfo ? await functionSymbol(object, name) : undefined;
  if (!symbol) return { ...common, places: [{ offset, answers: [] }] };
  const drawn = await functionPlaces(object, name, symbol, isFault);
  const offsets = [...new Set([...drawn, offset])].toSorted((one, other) => one - other).slice(0, MOST);
  const base = module === undefined ? order.tree : dirname(order.module);
  const addresses = offsets.flatMap((at) => [symbol.address + BigInt(at), symbol.address + BigInt(at) - 1n]);
  const lines = await sourceLines(object, symbol.section, addresses, base);
  const said = await saidByScript(frame, offsets, order);
  const places = offsets.map((at, index): BankPlace => {
    const address = symbol.address + BigInt(at);
    const [here, call] = [lines.get(address) ?? [], lines.get(address - 1n) ?? []];
    const script = said[index] ?? [];
    if (script.length === 0 || script.join() !== here.join()) return { offset: at, answers: [] };
    return { offset: at, answers: isFault || call.length === 0 || call.join() === here.join() ? [here] : [here, call] };
  });
  const asked = places.filter(({ answers }) => answers.length > 0);
  return { ...common, places: asked.length > 0 ? asked : [{ offset, answers: [] }] };
};

/** A task's file takes so many. */
const MOST = 500;

const saidByScript = async (
  { function: name, size, module }: OopsFrame,
  offsets: readonly number[],
  { tree, vmlinux, module: file }: BankOrder,
): Promise<readonly (readonly string[])[]> => {
  const behind = `/0x${size.toString(16)}${module === undefined ? '' : ` [${module}]`}`;
  const trace = offsets.map((offset) => ` ${name}+0x${offset.toString(16)}${behind}\n`).join('');
  const decoded = await decodeByScript(trace, { tree, vmlinux, modules: dirname(file) });
  return decoded.split('\n').map(placesIn);
};

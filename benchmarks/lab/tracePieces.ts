import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { personalTrace, placesFor } from '../../src/core/evidence/personalTrace.ts';
import type { TraceBank } from '../../src/core/evidence/traceBank.ts';
import { withTempFolder } from '../../src/edge/tempFolder.ts';
import { bootGuest } from './bootGuest.ts';
import { buildModule } from './buildModule.ts';
import { buildOwnKernel, ownBuildFolder } from './buildOwnKernel.ts';
import { debianKernel } from './debianKernel.ts';
import { decodeByScript } from './decodeByScript.ts';
import { functionSymbol } from './functionPlaces.ts';
import type { Lab, MarkOf } from './lab.ts';
import { type MadePiece, pieceOf } from './madePiece.ts';
import { makeTraceBank } from './makeTraceBank.ts';
import { mustRun } from './mustRun.ts';

interface Fallen {
  readonly name: string;
  readonly image: string;
  readonly build: string;
  readonly vmlinux: string;
  readonly hasDebugInfo: boolean;
}

const SCRIPT = `insmod /lab/stumbler.ko; dmesg -c > /dev/null
( echo 3 > /sys/module/stumbler/parameters/parcels )
dmesg > /out/oops`;

/** Real oopses made into banks of traces, and some people's own traces decoded by what the documents name. */
export const tracePieces = async (lab: Lab, markOf: MarkOf): Promise<readonly MadePiece[]> => {
  const order = { nonce: markOf('another own kernel') };
  const own = await buildOwnKernel(lab, order);
  const fallen: Fallen[] = [
    { ...own, name: '6.12 by tinyconfig', build: await ownBuildFolder(lab, order), hasDebugInfo: true },
  ];
  for (const version of ['6.12', '6.1']) {
    const { release, image, build } = await debianKernel(lab, version);
    fallen.push({ name: release, image, build, vmlinux: join(build, 'vmlinux'), hasDebugInfo: false });
  }
  const made: MadePiece[] = [];
  for (const one of fallen) made.push(...(await tracesOf(lab, one, markOf)));
  return made;
};

const tracesOf = async (lab: Lab, fallen: Fallen, markOf: MarkOf): Promise<readonly MadePiece[]> =>
  withTempFolder(async (folder) => {
    const { name, image, build, vmlinux, hasDebugInfo } = fallen;
    lab.say(`an oops on ${name}, and a bank of traces out of it`);
    const modules = join(folder, 'stumbler');
    mkdirSync(modules);
    const module = join(modules, 'stumbler.ko');
    await buildModule({ name: 'stumbler', nonce: '', build, folder: modules, to: module });
    const output = await bootGuest({ image, append: '', script: SCRIPT, files: { '/lab/stumbler.ko': module } });
    const bank = await makeTraceBank({ log: output.file('oops'), tree: lab.tree, vmlinux, hasDebugInfo, module });
    const asked = bank.frames.filter(({ places }) => places.some(({ answers }) => answers.length > 0)).length;
    const how = `${name}, ${asked} frames asked for`;
    const piece = (what: string, nonce: string, text: string): MadePiece => ({
      ...{ what: `decoded trace: ${what}`, how, nonce },
      ...{ pieces: [pieceOf('decoded.txt', text)], needs: [{ kind: 'decoded trace', bank }] },
    });
    const made: MadePiece[] = [];
    for (const whose of ['one', 'another']) {
      const nonce = markOf(`trace ${name} ${whose}`);
      const decoded = await decodeByScript(personalTrace(bank, nonce), { tree: lab.tree, vmlinux, modules });
      made.push(piece(`decode_stacktrace.sh, ${whose} person’s`, nonce, decoded));
    }
    if (hasDebugInfo) return made;
    const [third, fourth] = [markOf(`trace ${name} third`), markOf(`trace ${name} fourth`)];
    const by = { lab, bank, module };
    made.push(piece('faddr2line', third, await byFaddr2line(by, third)));
    made.push(piece('addr2line -f -i of the call before', fourth, await byAddr2line(by, fourth)));
    return made;
  });

interface ByHand {
  readonly lab: Lab;
  readonly bank: TraceBank;
  readonly module: string;
}

/** The frames of the module, each with the place that somebody got. */
const ownFrames = ({ bank }: ByHand, nonce: string): readonly { readonly name: string; readonly offset: number }[] =>
  placesFor(bank, nonce).flatMap(({ offset, answers }, at) => {
    const name = bank.frames[at]?.function;
    return name === undefined || answers.length === 0 ? [] : [{ name, offset }];
  });

/** It wants the offset without the size, which in a module is that up to the next symbol. */
const byFaddr2line = async (by: ByHand, nonce: string): Promise<string> => {
  const frames = ownFrames(by, nonce).map(({ name, offset }) => `${name}+0x${offset.toString(16)}`);
  return mustRun([join(by.lab.tree, 'scripts/faddr2line'), by.module, ...frames]);
};

/** By hand: where the function begins in its section, the offset, and one less but for where it fell. */
const byAddr2line = async (by: ByHand, nonce: string): Promise<string> => {
  const said: string[] = [];
  for (const [at, { name, offset }] of ownFrames(by, nonce).entries()) {
    const symbol = await functionSymbol(by.module, name);
    if (!symbol) continue;
    const address = symbol.address + BigInt(offset) - (at === 0 ? 0n : 1n);
    said.push(
      await mustRun(['addr2line', '-f', '-i', '-j', symbol.section, '-e', by.module, `0x${address.toString(16)}`]),
    );
  }
  return said.join('');
};

import { readFileSync } from 'node:fs';
import type { SentFile } from '../../src/core/programme/submissionState.ts';
import { createRandom } from './createRandom.ts';

const real = (name: string): string =>
  readFileSync(new URL(`../../test/data/evidence/${name}`, import.meta.url), 'utf8');
const OWN = 'plgtryout222222';
const MINE = 'plgabcdefgh2345';
const log = real('kunit.dmesg.txt');
const config = real('kunit.config.txt');
const module = real('module.txt').replaceAll('greeter', 'hello');
const mail = real('mail.eml');
const results = (mark: string): string =>
  `patchling: ${mark}\nTAP version 13\n1..1\n# selftests: size: get_size\n# TAP version 13\n# # Testing system size.\n`
  + '# ok 1 get runtime memory use\n# # System runtime memory report (units in Kilobytes):\n# # Done, free memory\n# 1..1\n'
  + 'ok 1 selftests: size: get_size\n';

/** Of a task, what somebody with a mark hands in: real pieces with their mark, each boot at instants of its own. */
export const simulatedPieces = (slug: string, mark: string, seed: number): readonly SentFile[] => {
  switch (slug) {
    case 'build-and-boot':
      return [
        file('dmesg.txt', anotherBoot(log.replaceAll(OWN, mark), seed)),
        file('config', config.replaceAll(OWN, mark)),
      ];
    case 'custom-module':
      return [file('modinfo-and-dmesg.txt', anotherBoot(module.replaceAll(MINE, mark), seed))];
    case 'selftests':
      return [file('kselftest.log', results(mark))];
    case 'mail-set-up':
      return [file('received.eml', mail.replaceAll(MINE, mark))];
    case 'first-patch':
    case 'documentation-patch':
      return [file('0001-tools-greeter.patch', anotherPatch(mail.replaceAll(MINE, mark), seed))];
    default:
      return [file('log.txt', `What I did for it, with what came of it, attempt ${seed}.\n`)];
  }
};

const file = (name: string, text: string): SentFile => ({ name, bytes: new TextEncoder().encode(text) });

/** The same boot, every instant some microseconds later. */
export const anotherBoot = (text: string, seed: number): string => {
  const { next } = createRandom(seed + 1);
  let late = 0;
  return text.replaceAll(/^\[ *(\d+\.\d{6})\]/gm, (whole, stamp: string) => {
    if (Number(stamp) === 0) return whole;
    late += 1 + Math.floor(next() * 97);
    return `[${(Number(stamp) + late / 1e6).toFixed(6).padStart(12)}]`;
  });
};

/** A change of one's own: what is printed differs. */
const anotherPatch = (text: string, seed: number): string =>
  text.replaceAll('"hello"', `"hello ${seed}"`).replaceAll('"hello" == EOF', `"hello ${seed}" == EOF`);

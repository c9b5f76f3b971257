import { readFileSync } from 'node:fs';
import type { EvidenceNeed } from '../../src/core/evidence/taskEvidence.ts';
import { bootGuest } from './bootGuest.ts';
import { buildOwnKernel } from './buildOwnKernel.ts';
import type { Lab, MarkOf } from './lab.ts';
import { type MadePiece, pieceOf } from './madePiece.ts';

const OPTIONS = { CONFIG_KUNIT: 'y', CONFIG_MODULES: 'y' };
const needs: readonly EvidenceNeed[] = [
  { kind: 'boot log', kernel: 'own', atLeast: '6.1' },
  { kind: 'config', marked: true, options: OPTIONS },
];
const tests: EvidenceNeed = { kind: 'test results', tests: ['list-kunit-test', 'list_test_list_init'], mustPass: true };

/** Kernels of one's own: their logs, their configurations, and what KUnit printed as they booted. */
export const ownKernelPieces = async (lab: Lab, markOf: MarkOf): Promise<readonly MadePiece[]> => {
  const made: MadePiece[] = [];
  for (const name of ['own kernel', 'another own kernel']) made.push(...(await ofOne(lab, markOf(name))));
  return made;
};

const ofOne = async (lab: Lab, nonce: string): Promise<readonly MadePiece[]> => {
  const { image, config, release } = await buildOwnKernel(lab, { nonce });
  lab.say(`booting ${nonce}`);
  const script = 'dmesg > /out/dmesg; zcat /proc/config.gz > /out/config';
  const output = await bootGuest({ image, append: '', memory: 256, script });
  const how = `${release.split('-')[0]} by tinyconfig with KUnit, CONFIG_LOCALVERSION`;
  const log = pieceOf('boot.txt', output.file('dmesg'));
  return [
    {
      ...{ what: 'own kernel: dmesg and .config', how, nonce, needs },
      pieces: [log, pieceOf('config', readFileSync(config))],
    },
    {
      ...{ what: 'own kernel: the serial console and /proc/config.gz', how, nonce, needs },
      pieces: [pieceOf('serial.log', output.console), pieceOf('config.txt', output.file('config'))],
    },
    { ...{ what: 'test results: KUnit in dmesg', how, nonce, pieces: [log] }, needs: [tests] },
  ];
};

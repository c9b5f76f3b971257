import type { TestNeeds } from '../../src/core/evidence/testResults.ts';
import { bootGuest } from './bootGuest.ts';
import { buildSelftests } from './buildSelftests.ts';
import { debianKernel } from './debianKernel.ts';
import type { Lab, MarkOf } from './lab.ts';
import { type MadePiece, pieceOf } from './madePiece.ts';

const RUN = './run_kselftest.sh -c size -c mincore -c membarrier -c sigaltstack -c kcmp -c sync -c core';
const SCRIPT = `cd /kselftest
{ uname -a; cat /proc/cmdline; ${RUN} 2>&1; } | tee /out/all > /dev/null
{ cat /proc/cmdline; ./run_kselftest.sh -c timens -c tmpfs -c rlimits 2>&1; } | tee /out/more > /dev/null
{ cat /proc/cmdline; ./run_kselftest.sh -s -c size -c core; cat output.log; } > /out/summary 2>&1
{ cat /proc/cmdline; ./run_kselftest.sh -c size -c core -c mincore; } > /out/direct 2>&1
{ cat /proc/cmdline; ./size/get_size; ./mincore/mincore_selftest; ./sigaltstack/sas; } > /out/alone 2>&1
{ cat /proc/cmdline; ${RUN}; } > /dev/console 2>&1`;

const size = { tests: ['size: get_size'], mustPass: true };

/** The tree's selftests, built static and run on Debian's kernels. */
export const testPieces = async (lab: Lab, markOf: MarkOf): Promise<readonly MadePiece[]> => {
  const files = await buildSelftests(lab);
  const made: MadePiece[] = [];
  for (const version of ['6.12', '6.1']) {
    const { release, image } = await debianKernel(lab, version);
    lab.say(`running selftests on ${release}`);
    const nonce = markOf(`selftests ${version}`);
    const output = await bootGuest({ image, append: `patchling.nonce=${nonce}`, script: SCRIPT, files });
    const piece = (what: string, bytes: Uint8Array, needs: TestNeeds): MadePiece => ({
      ...{ what: `test results: ${what}`, how: `${release}, selftests of 6.12`, nonce },
      ...{ pieces: [pieceOf('results.txt', bytes)], needs: [{ kind: 'test results', ...needs }] },
    });
    made.push(
      piece('run_kselftest.sh, seven folders', output.file('all'), size),
      piece('run_kselftest.sh, three others', output.file('more'), { tests: ['timens: timens'] }),
      piece('run_kselftest.sh -s and its output.log', output.file('summary'), size),
      piece('run_kselftest.sh > a file', output.file('direct'), size),
      piece('programs by themselves', output.file('alone'), { tests: ['get runtime memory use'], mustPass: true }),
      piece('run_kselftest.sh on the serial console', output.console, size),
    );
  }
  return made;
};

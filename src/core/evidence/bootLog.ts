import { bears } from './bears.ts';
import { bootHints } from './bootHints.ts';
import { bootOrigin } from './bootOrigin.ts';
import { type Boot, bootsIn, isCut, markedBoot, wordsOf } from './bootsIn.ts';
import type { EvidenceCheck, Piece } from './evidence.ts';
import { isAtLeast } from './isAtLeast.ts';
import { logLines } from './logLines.ts';

export interface BootLogNeeds {
  /** One's own bears the mark in its release (CONFIG_LOCALVERSION), a distribution's on its command line. */
  readonly kernel: 'own' | 'distribution';
  /** `6.1`. */
  readonly atLeast?: string;
}

/**
 * Looks at the log of a boot: which kernel, whose, by which command line, and whether it came as far as a user.
 * `Documentation/admin-guide/kernel-parameters.rst`; `init/version-timestamp.c` and `init/main.c` for what is printed.
 */
export const bootLog = (piece: Piece, needs: BootLogNeeds, nonce: string): readonly EvidenceCheck[] => {
  const lines = logLines(piece.bytes);
  const boot = markedBoot(bootsIn(lines), nonce);
  if (!boot) {
    return [
      {
        ...{ check: 'which kernel', needed: true, verdict: 'unknown' },
        seen: 'No line begins with “Linux version”: the first lines of the log are not there.',
        settle: 'sudo dmesg > boot.txt, or where that is too late: journalctl -k -b -o short-monotonic > boot.txt',
      },
    ];
  }
  const needed = [kernel(boot, needs), marked(boot, needs, nonce), sameCommandLine(boot), userSpace(boot)];
  return [...needed, ...bootHints(boot), ...bootOrigin(boot, needs.kernel)];
};

const kernel = ({ release, compiler, banner }: Boot, { atLeast }: BootLogNeeds): EvidenceCheck => {
  const common = { check: 'which kernel', needed: true, line: banner.number } as const;
  const seen = `It is Linux ${release}, built by ${compiler.split(', GNU ld')[0]?.slice(0, 100)}.`;
  if (atLeast === undefined) return { ...common, verdict: 'holds', seen };
  const isEnough = isAtLeast(release, atLeast);
  if (isEnough === undefined) {
    const settle = 'uname -r > release.txt';
    return { ...common, verdict: 'unknown', seen: `Of ${release} no version can be read.`, settle };
  }
  if (isEnough) return { ...common, verdict: 'holds', seen };
  return { ...common, verdict: 'fails', seen: `It is Linux ${release}; the task asks for ${atLeast} or later.` };
};

const marked = (
  { release, commandLine, banner }: Boot,
  { kernel: whose }: BootLogNeeds,
  nonce: string,
): EvidenceCheck => {
  const common = { check: 'your own mark', needed: true } as const;
  if (whose === 'own') {
    if (bears(release, nonce)) {
      return { ...common, verdict: 'holds', line: banner.number, seen: `The release ${release} has your mark.` };
    }
    const settle = `Build with CONFIG_LOCALVERSION="-${nonce}", and boot that kernel`;
    return {
      ...common,
      verdict: 'fails',
      line: banner.number,
      seen: `The release ${release} has no mark of yours.`,
      settle,
    };
  }
  const settle = `Add patchling.nonce=${nonce} to the kernel’s command line in the boot loader, and boot again`;
  if (!commandLine)
    return { ...common, verdict: 'unknown', seen: 'The line with the command line is not there.', settle };
  const has = wordsOf(commandLine).includes(`patchling.nonce=${nonce}`);
  const line = commandLine.number;
  if (has) return { ...common, verdict: 'holds', line, seen: 'Your mark is on the kernel’s command line.' };
  if (isCut(commandLine.text)) {
    const seen = 'Your mark is not in the part of the command line that the log has: long ones are cut.';
    return {
      ...common,
      verdict: 'unknown',
      line,
      seen,
      settle: `Put patchling.nonce=${nonce} first on it, and boot again`,
    };
  }
  return { ...common, verdict: 'fails', line, seen: 'Your mark is not on the kernel’s command line.', settle };
};

/** The architecture prints it as it comes, and init/main.c once more as it is used: there options can be added. */
const sameCommandLine = ({ lines, commandLine }: Boot): EvidenceCheck => {
  const check = 'one command line';
  const again = lines.find((one) => one !== commandLine && /^Kernel command line: /.test(one.text));
  if (!commandLine || !again) {
    return { check, needed: false, verdict: 'unknown', seen: 'The command line stands in it less than twice.' };
  }
  const other = wordsOf(again);
  const known = new Set(other);
  // The second has the longer name, so less of a long command line is left of it.
  const told = isCut(again.text) ? wordsOf(commandLine).slice(0, other.length) : wordsOf(commandLine);
  const missing = told.filter((word) => !known.has(word));
  if (missing.length === 0) {
    return {
      check,
      needed: true,
      verdict: 'holds',
      line: again.number,
      seen: 'It stands in the log twice, and is the same.',
    };
  }
  return {
    ...{ check, needed: true, verdict: 'fails', line: again.number },
    seen: `Lines ${commandLine.number} and ${again.number} differ: ${missing.slice(0, 3).join(' ')} is in one only.`,
    settle: 'cat /proc/cmdline says the one; hand in the log as the kernel wrote it',
  };
};

const USER_SPACE = /^(?:Run \S{1,200} as init process|(?:\S{1,64} )?systemd\[1\]: )/;

const userSpace = ({ lines }: Boot): EvidenceCheck => {
  const check = 'came up to user space';
  const at = lines.findLast(({ text }) => USER_SPACE.test(text));
  if (at) return { check, needed: true, verdict: 'holds', line: at.number, seen: `It says: ${at.text.slice(0, 80)}` };
  return {
    ...{ check, needed: true, verdict: 'unknown' },
    seen: 'The log ends before anything of user space was begun, or it was cut.',
    settle: 'sudo dmesg > boot.txt, once you are logged in',
  };
};

import { bears } from './bears.ts';
import type { LogLine } from './logLines.ts';

/** One boot out of a log that may have several, and what its kernel says of itself. */
export interface Boot {
  readonly lines: readonly LogLine[];
  /** The line with all of it. */
  readonly banner: LogLine;
  /** As `uname -r`. */
  readonly release: string;
  /** `user@host`. */
  readonly builder: string;
  /** The compiler's own words. */
  readonly compiler: string;
  readonly commandLine: LogLine | undefined;
}

// init/version-timestamp.c: "Linux version RELEASE (USER@HOST) (COMPILER) #1 SMP …"
const BANNER = /^Linux version (\S{1,64}) \(([^()]{1,200})\) \((.{1,400}?)\) #\d/;
const COMMAND_LINE = /^(?:Command line|Kernel command line): /;

/** Every boot of a log, in its order: each begins with the kernel's banner. */
export const bootsIn = (lines: readonly LogLine[]): readonly Boot[] => {
  const starts = lines.flatMap(({ text }, at) => (BANNER.test(text) ? [at] : []));
  return starts.flatMap((start, index) => {
    const own = lines.slice(start, starts[index + 1] ?? lines.length);
    const [banner] = own;
    const [, release = '', builder = '', compiler = ''] = BANNER.exec(banner?.text ?? '') ?? [];
    if (!banner) return [];
    return [
      { lines: own, banner, release, builder, compiler, commandLine: own.find(({ text }) => COMMAND_LINE.test(text)) },
    ];
  });
};

export const wordsOf = ({ text }: LogLine): readonly string[] => {
  const words = text.replace(COMMAND_LINE, '').split(/\s+/);
  return words.filter((word, at) => word !== '' && !(isCut(text) && at === words.length - 1));
};

/** printk keeps some 1,000 bytes of a line (PRINTKRB_RECORD_MAX): of a longer command line the rest is in no log. */
export const isCut = (text: string): boolean => text.length >= 980;

/** The boot that bears somebody's mark, else the last. */
export const markedBoot = (boots: readonly Boot[], nonce: string): Boot | undefined =>
  boots.findLast(({ release, commandLine }) => bears(`${release} ${commandLine?.text ?? ''}`, nonce)) ?? boots.at(-1);

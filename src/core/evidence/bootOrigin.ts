import type { Boot } from './bootsIn.ts';
import type { EvidenceCheck } from './evidence.ts';
import { isOfVersion } from './isOfVersion.ts';

/**
 * Whether what a kernel says of where it comes from fits together: who built it, when, and under which name the boot loader
 * had it. Hints, as those of `bootHints`: none of it decides.
 */
export const bootOrigin = (boot: Boot, whose: 'own' | 'distribution'): readonly EvidenceCheck[] => [
  ...builtBefore(boot),
  ...packaged(boot),
  ...loaded(boot),
  ...(whose === 'own' ? builtByOneself(boot) : []),
];

const hint = (check: string, fits: boolean, seen: string, line: number): EvidenceCheck => ({
  ...{ check, needed: false, verdict: fits ? 'holds' : 'fails', seen, line },
});

const CLOCK = /setting system clock to (\d{4}-\d{2}-\d{2})T/;
const DAY = 86_400_000;
/** A clock without a battery begins long ago: it says nothing. */
const CLOCK_RUNS = Date.parse('2015-01-01');

/** The banner ends with when the kernel was built; the clock of the machine says when it ran. */
const builtBefore = ({ lines, banner }: Boot): readonly EvidenceCheck[] => {
  const built = dateIn(banner.text.slice(-60));
  const clock = lines.find(({ text }) => CLOCK.test(text));
  const ran = Date.parse(CLOCK.exec(clock?.text ?? '')?.[1] ?? '');
  if (built === undefined || !clock || !(ran > CLOCK_RUNS)) return [];
  const fits = built - ran <= DAY;
  const [day, other] = [built, ran].map((at) => new Date(at).toISOString().slice(0, 10));
  const seen = fits
    ? `Built on ${day}, run on ${other}.`
    : `It was built on ${day}, and the machine's clock said ${other}.`;
  return [hint('built before it ran', fits, seen, clock.number)];
};

/** `(2026-11-14)` of Debian, `Tue Dec  1 07:02:38 UTC 2026` of everybody else. */
const dateIn = (text: string): number | undefined => {
  const [, day] = /(\d{4}-\d{2}-\d{2})/.exec(text) ?? [];
  const [, month, date, year] = /(\w{3}) {1,2}(\d{1,2}) \d{2}:\d{2}:\d{2} \S{1,6} (\d{4})/.exec(text) ?? [];
  const at = Date.parse(day ?? `${month} ${date} ${year} UTC`);
  return Number.isNaN(at) ? undefined : at;
};

/** Debian writes the version of its package behind the release: `#1 SMP PREEMPT_DYNAMIC Debian 6.12.117-1 (2026-11-14)`. */
const PACKAGED = /#\d.* Debian (\d{1,3}\.\d{1,4})[.~-]/;

const packaged = ({ banner, release }: Boot): readonly EvidenceCheck[] => {
  const [, version] = PACKAGED.exec(banner.text) ?? [];
  if (version === undefined) return [];
  const fits = isOfVersion(release, version);
  const seen = fits ? `The package is of ${version}, too.` : `The release is ${release}, the package is of ${version}.`;
  return [hint('the version of its package', fits, seen, banner.number)];
};

/** GRUB hands the name of the file on; `make install` gives it the release. */
const IMAGE = /\bBOOT_IMAGE=\S{0,200}vmlinu[xz]-(\d{1,3}\.\d{1,4}[\w.+~-]{0,60})/;

const loaded = ({ commandLine, release }: Boot): readonly EvidenceCheck[] => {
  const [, named] = IMAGE.exec(commandLine?.text ?? '') ?? [];
  if (!commandLine || named === undefined) return [];
  const fits = named === release;
  const seen = fits
    ? 'The boot loader had it under its own name.'
    : `The boot loader took ${named}, and ${release} ran.`;
  return [hint('the file that was booted', fits, seen, commandLine.number)];
};

/** `user@host` of those who build for others. */
const BUILDERS =
  /^(?:debian-kernel@lists\.debian\.org|buildd@|mockbuild@|abuild@|geeko@buildhost|linux@archlinux|nixbld@)/;

const builtByOneself = ({ builder, banner }: Boot): readonly EvidenceCheck[] => {
  const fits = !BUILDERS.test(builder);
  const seen = fits ? `It was built by ${builder}.` : `It was built by ${builder}: a distribution’s kernel.`;
  return [hint('who built it', fits, seen, banner.number)];
};

import type { Verdict } from '../verdict.ts';
import type { InQemu } from './card.ts';
import { type GuestRule, guestRules } from './guestRules.ts';
import { isCompiled, languageOf } from './languageOf.ts';
import type { Project } from './testSuites.ts';

/** The code of one place, by one rule. */
interface Part {
  readonly place: string;
  readonly rule: GuestRule;
  readonly lines: number;
}

/**
 * Whether a plain QEMU guest (U-Boot: sandbox) can test a subsystem, or a device is needed: what more than half of its
 * lines of code say, by the rules of guestRules.ts; `unknown` where neither has the half. Headers below include/ go with
 * the code that they belong to; what is only documents and bindings needs no guest.
 */
export const inQemu = (
  files: readonly { readonly path: string; readonly lines: number }[],
  project: Project,
): InQemu => {
  const parts = partsOf(files, guestRules[project]);
  const total = parts.reduce((sum, { lines }) => sum + lines, 0);
  if (total === 0) return withoutCode(files.length);
  const of = (verdict: Verdict): Share => shareOf(parts, verdict, total);
  const [holds, fails, unknown] = [of('holds'), of('fails'), of('unknown')];
  const where = project === 'Linux' ? 'in a plain guest' : 'in sandbox or on a board that QEMU emulates';
  const runs = `${holds.percent} of its code can be tested ${where}${holds.named}`;
  const needs = `${fails.percent} of its code needs a device${fails.named}`;
  const untold = `for ${unknown.percent} of its code nobody can tell without trying${unknown.named}`;
  const said = (verdict: Verdict, shares: readonly (readonly [Share, string])[]): InQemu => {
    const seen = shares.flatMap(([{ share }, words]) => (share > 0 ? [words] : [])).join('; ');
    return { verdict, seen: `${seen.charAt(0).toUpperCase()}${seen.slice(1)}.`, share: holds.share, ...placeOf(parts) };
  };
  if (holds.share > 0.5) return said('holds', [[holds, runs]]);
  if (fails.share > 0.5) {
    return said('fails', [
      [fails, needs],
      [holds, runs],
    ]);
  }
  return said('unknown', [
    [unknown, untold],
    [fails, needs],
    [holds, runs],
  ]);
};

const withoutCode = (files: number): InQemu =>
  files === 0
    ? { verdict: 'unknown', seen: 'It has no files in this tree.', share: 0 }
    : {
        verdict: 'holds',
        seen: 'It has no code of its own to run: documents, headers and bindings are checked without a guest.',
        share: 1,
      };

/** Of the parts that can be tested, the largest that is a folder. */
const placeOf = (parts: readonly Part[]): Pick<InQemu, 'place'> => {
  const part = parts.find(({ place, rule }) => rule.verdict === 'holds' && place.endsWith('/'));
  return part ? { place: part.place } : {};
};

const partsOf = (
  files: readonly { readonly path: string; readonly lines: number }[],
  rules: readonly GuestRule[],
): readonly Part[] => {
  const parts = new Map<string, Part>();
  for (const { path, lines } of files) {
    if (/^(?:include|Documentation|doc)\//.test(path) || !isCode(path)) continue;
    const found = matchOf(path, rules);
    if (!found) continue;
    const key = `${found.place} ${found.rule.because}`;
    parts.set(key, { ...found, lines: lines + (parts.get(key)?.lines ?? 0) });
  }
  return [...parts.values()].toSorted((one, other) => other.lines - one.lines);
};

/** Tools and tests are code in any language; in the kernel itself a script or a Makefile is not what is tested. */
const isCode = (path: string): boolean => {
  const language = languageOf(path);
  if (isCompiled(language)) return true;
  return /^(?:tools|scripts|test)\//.test(path) && ['Python', 'Shell', 'Perl', 'Awk', 'Coccinelle'].includes(language);
};

const matchOf = (path: string, rules: readonly GuestRule[]): Omit<Part, 'lines'> | undefined => {
  for (const rule of rules) {
    const found = rule.at.exec(path);
    if (!found) continue;
    const place = path.slice(0, found.index + found[0].length);
    return { place: place.endsWith('/') ? place : place.endsWith('_') ? `${place}*` : path, rule };
  }
  return undefined;
};

interface Share {
  readonly share: number;
  readonly percent: string;
  /** `: mm/ needs no device, …`: its two largest places. */
  readonly named: string;
}

const shareOf = (parts: readonly Part[], verdict: Verdict, total: number): Share => {
  const own = parts.filter(({ rule }) => rule.verdict === verdict);
  const share = own.reduce((sum, { lines }) => sum + lines, 0) / total;
  return { share, percent: percentOf(share), named: namesOf(own) };
};

const percentOf = (share: number): string => {
  if (share === 1) return 'all';
  const rounded = Math.round(share * 100);
  return rounded === 0 ? 'less than 1 %' : rounded === 100 ? 'more than 99 %' : `${rounded} %`;
};

/** The two largest, and why, once where it is the same. */
const namesOf = (parts: readonly Part[]): string => {
  const [first, second] = parts;
  if (!first) return '';
  const more = parts.length > 2 ? ', …' : '';
  const why = ({ rule }: Part): string => (rule.because === '' ? '' : ` (${rule.because})`);
  if (!second) return `: ${first.place}${why(first)}`;
  if (first.rule.because === second.rule.because) return `: ${first.place}, ${second.place}${why(first)}${more}`;
  return `: ${first.place}${why(first)}, ${second.place}${why(second)}${more}`;
};

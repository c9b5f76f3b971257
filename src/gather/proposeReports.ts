import { resolve } from 'node:path';
import { callsItselfFix } from '../core/preflight/rules/trailers/fixWithoutTag.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import type { Proposals } from '../core/series/proposal.ts';
import { reportTrailers } from '../core/series/reportTrailers.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { readPatches } from './preflight/readPatches.ts';

export interface ReportOrder {
  readonly series: PatchSeries;
  /** As the person gave it: a web address, syzbot's address or id of a bug, or the name of a file with the mail. */
  readonly report: string;
  /** The patch that mends it, from 1, where the person says so. */
  readonly patch?: number;
}

/**
 * Who reported the bug and where that can be read, from the report that the person named.
 * @throws Trouble `input` where the file is not there or cannot be read.
 */
export const proposeReports = async (
  host: Pick<Host, 'cwd' | 'trees' | 'readBytes' | 'terminal'>,
  { series, report, patch }: ReportOrder,
): Promise<Proposals> => {
  if (isFile(host, report) && report !== '-' && !host.trees.exists(resolve(host.cwd, report), ''))
    throw noReport(report);
  const text = isFile(host, report)
    ? ((await readPatches(host, [report], { isThread: true }))[0]?.source ?? '')
    : report;
  const { found, missing } = reportTrailers(text);
  const number = patch ?? mendingPatch(series);
  const written = series.patches[number - 1]?.trailers ?? [];
  const isWritten = (token: string, value: string): boolean =>
    written.some((one) => one.token.toLowerCase() === token.toLowerCase() && one.value.trim() === value);
  const chosen =
    patch === undefined && series.patches.length > 1
      ? ` Patch ${number} of ${series.patches.length} seems to be the one that mends it.`
      : '';
  return {
    offered: found
      .filter(({ trailer }) => !isWritten(trailer.token, trailer.value))
      .map(({ trailer, seen }) => ({
        kind: /^link$/i.test(trailer.token) ? ('link' as const) : ('report' as const),
        patch: number,
        trailer,
        seen: `${seen}${chosen}`,
        trust: chosen === '' ? ('sure' as const) : ('likely' as const),
        instead: trailer.token === 'Closes' ? [{ trailer: { ...trailer, token: 'Link' }, seen: PART }] : [],
      })),
    leftOut: missing.map((because) => ({ kind: 'report' as const, patch: number, because })),
  };
};

const noReport = (report: string): Trouble =>
  new Trouble('input', {
    what: `There is no report ${report}: no such file, and it is no address.`,
    next: 'Name the mail as a file, the web page that has it, or the syzbot address from its Reported-by line.',
  });

const PART = 'Right if it mends only a part of what was reported.';

/** A name is a file where one is there, or where nothing that could be an address is in it. */
const isFile = ({ cwd, trees }: Pick<Host, 'cwd' | 'trees'>, report: string): boolean =>
  report === '-'
  || (!/^https?:\/\//i.test(report) && trees.exists(resolve(cwd, report), ''))
  || !/^https?:\/\/|@|^[0-9a-f]{20}$/i.test(report);

/** The first that calls itself a fix, else the first. */
const mendingPatch = ({ patches }: PatchSeries): number =>
  Math.max(
    0,
    patches.findIndex(({ subject }) => callsItselfFix(subject.summary)),
  ) + 1;

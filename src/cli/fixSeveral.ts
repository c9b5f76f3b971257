import { resolve } from 'node:path';
import { requireIdentity } from '../bench/requireIdentity.ts';
import type { ShownTree } from '../bench/shownCommand.ts';
import { writePatches } from '../bench/writePatches.ts';
import { oneSubsystem, type Part } from '../core/finding/oneSubsystem.ts';
import type { RankedSite } from '../core/finding/rankSite.ts';
import { placeOf } from '../core/finding/site.ts';
import { Trouble } from '../core/trouble.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import { askWhy } from './askWhy.ts';
import type { Called } from './commandTable.ts';
import type { Face } from './face.ts';
import { keepingWords } from './keepingWords.ts';
import { optionText } from './optionText.ts';
import { provePatches } from './provePatches.ts';
import { patchesJson, sayPatches } from './sayPatches.ts';
import { sayReasons } from './sayReasons.ts';
import { siteJson } from './siteJson.ts';
import { wantsSignOff } from './wantsSignOff.ts';
import { wantsToolTrailer } from './wantsToolTrailer.ts';
import { whyGiven } from './whyGiven.ts';

/** `fix PATH:LINE PATH:LINE…`: the patches of several sites of one subsystem, all of them or none. */
export const fixSeveral = async (
  face: Face,
  shown: ShownTree,
  sites: readonly RankedSite[],
  options: Called['options'],
): Promise<number> => {
  const { host } = face;
  const tree = shown.folder;
  const left = sites.filter(({ fix }) => fix !== 'ready');
  if (left.length > 0) return sayLeft(face, sites.length, left);
  const together = oneSubsystem(sites);
  if (together.kind === 'several') throw notOneSubsystem(face, together.parts);

  // Before anything is asked: nobody should write a text that is lost a moment later.
  if (options['signoff'] === true) await requireIdentity(host, tree);
  const why = whyGiven(host, options) ?? (await askWhy(face, placesIn(sites)));
  const out = resolve(host.cwd, optionText(options, 'out') ?? '.');
  const write = async () => {
    const trailers = await wantsToolTrailer(face, tree);
    const signoff = options['signoff'] === true || (await wantsSignOff(face, tree));
    return writePatches(host, { tree, places: sites, out, why, trailers, signoff });
  };
  const written = host.terminal.isInteractive && why ? await keepingWords(face, why, write) : await write();
  if (written.kind === 'left') return sayLeft(face, sites.length, sites.filter(isAmong(written.sites)));
  if (written.unnoted) face.note(`${written.unnoted.what} ${written.unnoted.why ?? ''}`);
  const { patches } = written;
  if (!face.json) sayPatches(face, shown, { patches, out, subsystem: together.title });
  const checks = options['prove'] === true ? await provePatches(face, tree, patches) : new Map();
  if (face.json) face.say(JSON.stringify(patchesJson(patches, sites, checks)));
  return 0;
};

/** For the line of the editor's help: behind its `# Place: `, one a line. */
const placesIn = (sites: readonly RankedSite[]): string => sites.map(placeOf).join('\n#        ');

const isAmong =
  (left: readonly { readonly path: string; readonly line: number }[]) =>
  (site: RankedSite): boolean =>
    left.some((one) => placeOf(one) === placeOf(site));

const sayLeft = (face: Face, of: number, left: readonly RankedSite[]): number => {
  if (face.json) face.say(JSON.stringify({ patches: [], left: left.map((site) => siteJson(site, false)) }));
  for (const site of left) sayReasons(face, site);
  face.note(`${left.length} of the ${of} places cannot be changed by a machine, so nothing was written.`);
  face.note('  next: name only the others, or change these by hand');
  return 1;
};

const notOneSubsystem = ({ host }: Face, parts: readonly Part<RankedSite>[]): Trouble => {
  const isNobodys = parts.length === 1;
  const owned = ({ title, sites }: Part<RankedSite>): string =>
    `${title === '' ? 'no section of MAINTAINERS' : title}: ${sites.map(placeOf).join(', ')}`;
  const series = isNobodys ? byFolder(parts.flatMap(({ sites }) => sites)) : parts.map(({ sites }) => sites);
  const commands = series.map((sites) => shellCommand([host.command, 'fix', ...sites.map(placeOf)]));
  return new Trouble('input', {
    what: isNobodys
      ? 'No section of MAINTAINERS names these files, so whether they go to the same people is unknown.'
      : `These places belong to ${parts.length} subsystems, and a series goes to one.`,
    why: parts.map(owned).join('; '),
    next: `Make a series for each: ${commands.slice(0, 4).join('; ')}${commands.length > 4 ? '; and so on' : ''}`,
  });
};

const byFolder = (sites: readonly RankedSite[]): RankedSite[][] => [
  ...Map.groupBy(sites, ({ path }) => path.slice(0, path.lastIndexOf('/'))).values(),
];

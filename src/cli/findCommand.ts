import type { ChosenTree } from '../bench/chooseTree.ts';
import { filesSince } from '../bench/filesSince.ts';
import { type FindOrder, findSites } from '../bench/findSites.ts';
import { namedTree } from '../bench/namedTree.ts';
import { previewDiff } from '../bench/previewDiff.ts';
import { oneSubsystem } from '../core/finding/oneSubsystem.ts';
import { mayBeDrawn, type RankedSite } from '../core/finding/rankSite.ts';
import { placeOf } from '../core/finding/site.ts';
import { plural } from '../core/plural.ts';
import { Trouble } from '../core/trouble.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import type { Called, Run } from './commandTable.ts';
import { diffLines } from './diffLines.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { placesIn } from './placesIn.ts';
import { requireRule } from './requireRule.ts';
import { siteJson } from './siteJson.ts';
import { siteLines } from './siteLines.ts';
import { treeFor } from './treeFor.ts';

/** `find [PATH…]`: JSON as it is found, text sorted by rank. */
export const run: Run = async (face, { args, options }) => {
  const { host } = face;
  requireRule(optionText(options, 'rule'));
  const tree = await treeFor(face, options);
  const since = optionText(options, 'since');
  const found = gather(face, {
    tree: tree.folder,
    below: placesIn(host, tree.folder, args),
    only: since === undefined ? undefined : await filesSince(host, tree.folder, since),
    subsystem: optionText(options, 'subsystem'),
    all: options['all'] === true,
    who: optionText(options, 'for') ?? host.personalSeed(),
  });
  const write = face.json ? sayJson : sayText;
  if (face.json && !wantsSorted(options)) {
    for await (const site of found) await write(face, tree.folder, site, options);
    return 0;
  }
  const sites: RankedSite[] = [];
  for await (const site of found) sites.push(site);
  sites.sort((one, other) => one.rank - other.rank);
  for (const site of sites) await write(face, tree.folder, site, options);
  if (!face.json) sayTotals(face, sites, tree);
  return 0;
};

const wantsSorted = (options: Called['options']): boolean => {
  const order = optionText(options, 'sort');
  if (order === undefined || order === 'rank') return order === 'rank';
  throw new Trouble('input', { what: `--sort=${order} is no order.`, next: 'The only one is --sort=rank.' });
};

/** The sites; what else the scan says goes to standard error. */
async function* gather(face: Face, order: FindOrder): AsyncGenerator<RankedSite> {
  const unreadable: string[] = [];
  for await (const finding of findSites(face.host, order)) {
    if (finding.kind === 'site') yield finding.site;
    else if (finding.kind === 'unreadable') unreadable.push(`${finding.path || '.'} (${finding.code})`);
    else if (finding.kind === 'ownerless')
      face.note('MAINTAINERS of this tree names no section, so who owns what is unknown.');
    else if (finding.kind === 'walked') face.progress(`… Scanning ${finding.files} files`);
    else if (!finding.cached) face.note('The cache folder cannot be written, so the next scan starts from nothing.');
  }
  if (unreadable.length === 0) return;
  const more = unreadable.length > 3 ? ', …' : '';
  const named = unreadable.slice(0, 3).join(', ');
  face.note(`${plural(unreadable.length, 'place')} could not be read: ${named}${more}`);
}

const sayJson = async (face: Face, tree: string, site: RankedSite, options: Called['options']): Promise<void> => {
  const diff = options['diff'] === true ? { diff: await previewDiff(face.host, tree, site) } : {};
  face.say(JSON.stringify({ ...siteJson(site, options['explain'] === true), ...diff }));
};

const sayText = async (face: Face, tree: string, site: RankedSite, options: Called['options']): Promise<void> => {
  const diff = options['diff'] === true ? await previewDiff(face.host, tree, site) : '';
  const lines = [
    ...siteLines(site, face.paint, options['explain'] === true),
    ...(diff === '' ? [] : diffLines(diff, face.paint).map((line) => `    ${line}`)),
  ];
  for (const line of lines) face.say(line);
};

const sayTotals = ({ say, paint, host }: Face, sites: readonly RankedSite[], tree: ChosenTree): void => {
  const own = namedTree(tree);
  const count = (fix: RankedSite['fix']): number => sites.filter((site) => site.fix === fix).length;
  const refused = count('refused') > 0 ? `, ${count('refused')} refused` : '';
  if (sites.length > 0) say();
  const counts = `${count('ready')} ready, ${count('by hand')} by hand${refused}`;
  say(
    paint(
      'strong',
      sites.length === 0
        ? `No site in ${tree.name} here.`
        : `${plural(sites.length, 'site')} in ${tree.name}: ${counts}.`,
    ),
  );
  const offered = sites.filter(mayBeDrawn);
  const fix = (places: readonly string[]): string => shellCommand([host.command, 'fix', ...places, ...own]);
  const [first] = offered.map(placeOf);
  if (first !== undefined) say(paint('soft', `To change one: ${fix([first])}`));
  if (mayBeOneSeries(offered)) say(paint('soft', `To change all of them: ${fix(offered.map(placeOf))}`));
};

/** So few that a newcomer's series and a terminal's line hold them, and one subsystem gets them all. */
const mayBeOneSeries = (sites: readonly RankedSite[]): boolean => {
  const places = new Set(sites.map(placeOf));
  return places.size > 1 && places.size === sites.length && places.size <= 5 && oneSubsystem(sites).kind === 'one';
};

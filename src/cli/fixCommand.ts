import { resolve } from 'node:path';
import type { CheckOrder } from '../bench/checkPatch.ts';
import { requireIdentity } from '../bench/requireIdentity.ts';
import { rankedSitesAt } from '../bench/sitesAt.ts';
import { type WrittenPatch, writePatch } from '../bench/writePatch.ts';
import type { RankedSite } from '../core/finding/rankSite.ts';
import { placeOf } from '../core/finding/site.ts';
import type { Check } from '../core/verdict.ts';
import { addedBy } from './addedBy.ts';
import { askWhy } from './askWhy.ts';
import type { Called, Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { fixSeveral } from './fixSeveral.ts';
import { keepingWords } from './keepingWords.ts';
import { optionText } from './optionText.ts';
import { parsePlace } from './parsePlace.ts';
import { placesIn } from './placesIn.ts';
import { requireRule } from './requireRule.ts';
import { sayChecks } from './sayChecks.ts';
import { sayChange } from './sayPatch.ts';
import { sayReasons } from './sayReasons.ts';
import { siteJson } from './siteJson.ts';
import { treeFor } from './treeFor.ts';
import { wantsSignOff } from './wantsSignOff.ts';
import { wantsToolTrailer } from './wantsToolTrailer.ts';
import { whyGiven } from './whyGiven.ts';

/** `fix PATH:LINE…`: 0 once the patches are written, 1 where a site is not one for a machine. */
export const run: Run = async (face, { args, options }) => {
  const { host } = face;
  requireRule(optionText(options, 'rule'));
  const places = args.map(parsePlace);
  const tree = await treeFor(face, options);
  const paths = placesIn(
    host,
    tree.folder,
    places.map(({ path }) => path),
  );
  const inTree = places.map((place, index) => ({ ...place, path: paths[index] ?? place.path }));
  const [site, ...others] = await rankedSitesAt(host, tree.folder, inTree);
  if (!site) return 2;
  return others.length === 0
    ? fixOne(face, tree.folder, site, options)
    : fixSeveral(face, tree, [site, ...others], options);
};

const fixOne = async (face: Face, tree: string, site: RankedSite, options: Called['options']): Promise<number> => {
  const { host } = face;
  if (site.fix !== 'ready') return sayLeft(face, site);

  // Before anything is asked: nobody should write a text that is lost a moment later.
  if (options['signoff'] === true) await requireIdentity(host, tree);
  const why = whyGiven(host, options) ?? (await askWhy(face, placeOf(site)));
  const out = resolve(host.cwd, optionText(options, 'out') ?? '.');
  const { path, line, column } = site;
  const asked = { path, line, column, tree, out, why };
  const write = async () => {
    const trailers = await wantsToolTrailer(face, tree);
    const signoff = options['signoff'] === true || (await wantsSignOff(face, tree));
    return writePatch(host, { ...asked, trailers, signoff });
  };
  const written = host.terminal.isInteractive && why ? await keepingWords(face, why, write) : await write();
  if (written.kind === 'left') return sayLeft(face, site);
  if (written.unnoted) face.note(`${written.unnoted.what} ${written.unnoted.why ?? ''}`);
  if (!face.json) sayWritten(face, written);
  const checks =
    options['prove'] === true ? await prove(face, { tree, patch: written.patch, path, compile: true }) : [];
  if (face.json) face.say(JSON.stringify(fixJson(written, site, checks)));
  return 0;
};

const sayLeft = (face: Face, site: RankedSite): number => {
  if (face.json) face.say(JSON.stringify({ patch: null, subject: null, site: siteJson(site, false), needs: [] }));
  sayReasons(face, site);
  return 1;
};

const prove = (face: Face, order: CheckOrder): Promise<Check[]> => {
  if (!face.json) face.say();
  return sayChecks(face, order);
};

const fixJson = (written: WrittenPatch, site: RankedSite, checks: readonly Check[]): Record<string, unknown> => ({
  patch: written.patch,
  subject: written.subject,
  site: siteJson(site, false),
  needs: written.needs,
  prefix: written.prefix,
  ...(checks.length > 0 ? { checks } : {}),
});

const sayWritten = (face: Face, written: WrittenPatch): void => {
  const { paint, say } = face;
  const { needs, prefix } = written;
  say(paint('strong', 'The patch is written.'));
  say();
  sayChange(face, written);
  if (prefix.kind === 'guess') say(`  ${paint('unknown', '? unknown')} subject prefix: ${prefix.because}`);
  for (const need of needs) say(`  ${paint('unknown', '→')} ${addedBy[need]}`);
  if (needs.length === 0) say(`  ${paint('leaf', '✓')} the why is written, and it is signed off`);
};

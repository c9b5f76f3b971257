import { resolve } from 'node:path';
import { checkPatch } from '../bench/checkPatch.ts';
import { chooseTree } from '../bench/chooseTree.ts';
import { rankedSiteAt } from '../bench/rankedSiteAt.ts';
import { type PatchWish, type WrittenPatch, writePatch } from '../bench/writePatch.ts';
import type { RankedSite } from '../core/finding/rankSite.ts';
import { placeOf } from '../core/finding/site.ts';
import type { Check } from '../core/verdict.ts';
import { askWhy } from './askWhy.ts';
import { checkLines } from './checkLines.ts';
import type { Run } from './commandTable.ts';
import { diffLines } from './diffLines.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { parsePlace } from './parsePlace.ts';
import { patchDiff } from './patchDiff.ts';
import { placesIn } from './placesIn.ts';
import { progressLine } from './progressLine.ts';
import { requireRule } from './requireRule.ts';
import { siteJson } from './siteJson.ts';
import { wantsSignOff } from './wantsSignOff.ts';
import { whyGiven } from './whyGiven.ts';

/** `fix PATH:LINE`: 0 once the patch is written, 1 where the site is not one for a machine. */
export const run: Run = async (face, { args, options }) => {
  const { host } = face;
  requireRule(optionText(options, 'rule'));
  const place = parsePlace(args[0] ?? '');
  const { folder: tree } = await chooseTree(host, { tree: optionText(options, 'tree') });
  const [path = place.path] = placesIn(host, tree, [place.path]);
  const site = await rankedSiteAt(host, { ...place, tree, path });
  if (site.fix !== 'ready') return sayLeft(face, site);

  const why = whyGiven(host, options) ?? (await askWhy(face, placeOf(site)));
  const signoff = options['signoff'] === true || (await wantsSignOff(face, tree));
  const out = resolve(host.cwd, optionText(options, 'out') ?? '.');
  const wish = { ...place, column: site.column, path, tree, out, why, signoff };
  const written = await writePatch(host, wish);
  if (written.kind === 'left') return sayLeft(face, site);
  const checks = options['prove'] === true ? await prove(face, wish, written) : [];
  if (face.json) face.say(JSON.stringify(fixJson(written, site, checks)));
  else sayWritten(face, written, checks);
  return 0;
};

const sayLeft = (face: Face, site: RankedSite): number => {
  if (face.json) face.say(JSON.stringify({ patch: null, subject: null, site: siteJson(site, false), needs: [] }));
  face.note(`patchling: ${placeOf(site)} is ${site.fix === 'by hand' ? 'for a person to change' : 'left alone'}.`);
  for (const reason of site.because) face.note(`  why: ${reason}`);
  if (site.replacement !== undefined) face.note(`  next: a size that you might write is ${site.replacement}`);
  return 1;
};

const prove = async (face: Face, { tree, path }: PatchWish, { patch }: WrittenPatch): Promise<Check[]> => {
  const checks: Check[] = [];
  for await (const step of checkPatch(face.host, { tree, patch, path, compile: true })) {
    if (step.kind === 'progress') face.progress(progressLine(step.progress));
    else checks.push(step.check);
  }
  return checks;
};

const fixJson = (written: WrittenPatch, site: RankedSite, checks: readonly Check[]): Record<string, unknown> => ({
  patch: written.patch,
  subject: written.subject,
  site: siteJson(site, false),
  needs: written.needs,
  prefix: written.prefix,
  ...(checks.length > 0 ? { checks } : {}),
});

const sayWritten = (face: Face, written: WrittenPatch, checks: readonly Check[]): void => {
  const { paint, say, host } = face;
  const { patch, subject, needs, prefix } = written;
  for (const line of diffLines(patchDiff(host.readBytes(patch)), paint)) say(line);
  say();
  say(paint('strong', subject));
  if (prefix.kind === 'guess') say(paint('unknown', `? unknown prefix: ${prefix.because}`));
  say(`written: ${patch}`);
  if (needs.length > 0) say(`${paint('unknown', '→')} yours to add: ${needs.join(', ')}`);
  for (const check of checks) for (const line of checkLines(check, face)) say(line);
};

import type { RankedSite } from '../core/finding/rankSite.ts';
import { placeOf } from '../core/finding/site.ts';
import { visible, visibleName } from '../core/visible.ts';
import type { Paint } from './face.ts';

const MARKS = { ready: '✓', 'by hand': '→', refused: '✗' } as const;
const TONES = { ready: 'leaf', 'by hand': 'unknown', refused: 'fails' } as const;

/** A site for a person: where, what is computed, what it becomes or why not. */
export const siteLines = (site: RankedSite, paint: Paint, explain: boolean): string[] => {
  const mark = paint(TONES[site.fix], `${MARKS[site.fix]} ${site.fix}`);
  const place = paint('strong', visibleName(placeOf(site)));
  const owner = site.subsystems[0] === undefined ? '' : paint('soft', `  ${site.subsystems[0]}`);
  const becomes = site.replacement === undefined ? '' : ` ${paint('soft', '→')} ${visible(site.replacement)}`;
  return [
    `${mark}  ${place}  ${site.function === '' ? '(a macro)' : `${site.function}()`}${owner}`,
    visible(`    ${site.callee}(${site.expression})`) + becomes,
    ...(site.fix === 'ready' && !explain ? [] : site.because.map((reason) => `    ${paint('soft', reason)}`)),
    ...(explain ? site.rankBecause.map((reason) => `    ${paint('soft', reason)}`) : []),
  ];
};

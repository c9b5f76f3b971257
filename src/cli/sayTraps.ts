import type { Trap } from '../core/maintainers/trapsOf.ts';
import { visible } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

/** What to know before a mail is sent. */
export const sayTraps = ({ say, paint, width }: Face, traps: readonly Trap[]): void => {
  if (traps.length === 0) return;
  say();
  say(paint('strong', 'Know before you send'));
  let section = '';
  for (const trap of traps) {
    if (trap.section !== section) say(`  ${visible(trap.section)}`);
    section = trap.section;
    const source = trap.source === undefined ? '' : ` (${trap.source})`;
    const lines = folded(visible(`${trap.says}${source}`), width - 6);
    for (const [at, line] of lines.entries()) say(`    ${at === 0 ? '!' : ' '} ${line}`);
  }
};

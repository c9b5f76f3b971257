import type { Recipients } from '../edge/getMaintainer.ts';
import type { Face } from './face.ts';
import { visibleName } from './visible.ts';

/** Who would get the patch, and as what. */
export const sayRecipients = ({ json, say, paint, width }: Face, recipients: Recipients): void => {
  if (json) return;
  say(paint('strong', 'Who would get it'));
  if (recipients.kind === 'unknown') {
    say(`  ${paint('unknown', '? unknown')} ${recipients.because}`);
    if (recipients.settle !== undefined) say(`      ${paint('soft', 'settle it:')} ${recipients.settle}`);
  } else {
    if (recipients.recipients.length === 0) say(`  ${paint('unknown', '? unknown')} the tree's script names nobody`);
    for (const { name, address, role } of recipients.recipients) {
      const who = visibleName(name === '' ? address : `${name} <${address}>`);
      const as = visibleName(role);
      const fits = who.length + as.length + 4 <= width;
      say(`  ${who}${fits ? `  ${paint('soft', as)}` : ''}`);
      if (!fits) say(`      ${paint('soft', as)}`);
    }
  }
  say();
};

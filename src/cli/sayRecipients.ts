import type { Recipients } from '../edge/getMaintainer.ts';
import type { Face } from './face.ts';

/** Who would get the patch, and as what. */
export const sayRecipients = ({ json, say, paint }: Face, recipients: Recipients): void => {
  if (json) return;
  say(paint('strong', 'Who would get it'));
  if (recipients.kind === 'unknown') {
    say(`  ${paint('unknown', '? unknown')} ${recipients.because}`);
    if (recipients.settle !== undefined) say(`      ${paint('soft', 'settle it:')} ${recipients.settle}`);
  } else {
    for (const { name, address, role } of recipients.recipients) {
      say(`  ${name === '' ? address : `${name} <${address}>`}  ${paint('soft', role)}`);
    }
  }
  say();
};

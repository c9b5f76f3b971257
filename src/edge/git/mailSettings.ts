import type { MailSettings } from '../../core/preflight/facts.ts';
import { type Known, known, notKnown } from '../../core/preflight/known.ts';
import { git } from './git.ts';
import { gitIdentity } from './gitIdentity.ts';

/** Who the person is to git here, and how they have set up git format-patch and git send-email. */
export async function mailSettings(tree: string): Promise<Known<MailSettings>> {
  const [identity, listed] = await Promise.all([gitIdentity(tree), git(tree, ['config', '--list', '--null'])]);
  if (listed.missing) return notKnown('git is not installed.', 'sudo apt-get install git');
  const values = new Map<string, string>();
  for (const entry of listed.stdout.split('\0').slice(0, -1)) {
    const end = entry.indexOf('\n');
    const key = (end < 0 ? entry : entry.slice(0, end)).toLowerCase();
    // A name without a value is `true`.
    if (/^(?:sendemail|format)\./.test(key)) values.set(key, end < 0 ? 'true' : entry.slice(end + 1));
  }
  return known({ ...(identity && { name: identity.name, address: identity.email }), values });
}

import { Trouble } from '../core/trouble.ts';
import type { Identity } from '../edge/git/gitIdentity.ts';
import type { Host } from '../edge/host.ts';

/** The name and address that a sign-off is made with. Throws Trouble `missing` where git knows none. */
export const requireIdentity = async (host: Pick<Host, 'git'>, tree: string): Promise<Identity> => {
  const identity = await host.git.gitIdentity(tree);
  if (identity) return identity;
  throw new Trouble('missing', {
    what: 'Git does not know who you are, so nothing can be signed off.',
    why: 'A sign-off is a legal word with a name and an address: Documentation/process/submitting-patches.rst, "Sign your work".',
    next: 'git config --global user.name "Your Name" && git config --global user.email you@example.org',
  });
};

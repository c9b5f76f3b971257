import { certificateOf } from '../gather/certificateOf.ts';
import { signsAlways } from '../gather/signsAlways.ts';
import type { Face } from './face.ts';

/**
 * The person's word, from git's `format.signOff`, or a yes at the terminal with the certificate shown from the tree.
 * Nobody else gives it, and nobody without a name can.
 */
export const wantsSignOff = async (face: Face, tree: string): Promise<boolean> => {
  const { host, json, note } = face;
  const identity = await host.git.gitIdentity(tree);
  if (!identity) return false;
  if (await signsAlways(host, tree)) return true;
  if (!host.terminal.isInteractive || json) return false;
  const shown = certificateOf(host, tree);
  note(
    shown
      ? `${shown.heading} (${shown.file}, line ${shown.line})\n\n${shown.words}\n`
      : 'Developer’s Certificate of Origin: https://developercertificate.org (this tree has no document of it)\n',
  );
  const question = `Do you certify this, and sign off as ${identity.name} <${identity.email}>? [y/N] `;
  return /^y(?:es)?$/i.test(await host.terminal.ask(question));
};

import { findSection } from '../core/tree/documentSection.ts';
import type { Face } from './face.ts';

const DOCUMENT = 'Documentation/process/submitting-patches.rst';
const HEADING = "Sign your work - the Developer's Certificate of Origin";

/**
 * The person's word, from git's `format.signOff`, or a yes at the terminal with the certificate shown from the tree.
 * Nobody else gives it.
 */
export const wantsSignOff = async ({ host, json, note }: Face, tree: string): Promise<boolean> => {
  const settings = await host.git.gitSettings(tree, ['format.signOff']);
  if (/^(?:true|yes|on|1)$/i.test(settings['format.signOff'] ?? '')) return true;
  if (!host.terminal.isInteractive || json) return false;
  const certificate = findSection(host.trees.text(tree, DOCUMENT) ?? '', HEADING);
  note(
    certificate
      ? `${DOCUMENT}, "${certificate.heading}":\n${certificate.words}`
      : `This tree has no ${DOCUMENT}: https://developercertificate.org`,
  );
  return /^y(?:es)?$/i.test(
    await host.terminal.ask('Do you certify this, and sign the patch off with your name? [y/N] '),
  );
};

import { findSection } from '../core/tree/documentSection.ts';
import type { Face } from './face.ts';

const DOCUMENT = 'Documentation/process/submitting-patches.rst';
const HEADING = "Developer's Certificate of Origin 1.1";

/**
 * The person's word, from git's `format.signOff`, or a yes at the terminal with the certificate shown from the tree.
 * Nobody else gives it, and nobody without a name can.
 */
export const wantsSignOff = async (face: Face, tree: string): Promise<boolean> => {
  const { host, json, note } = face;
  const identity = await host.git.gitIdentity(tree);
  if (!identity) return false;
  if (await signsAlways(face, tree)) return true;
  if (!host.terminal.isInteractive || json) return false;
  const section = findSection(host.trees.text(tree, DOCUMENT) ?? '', HEADING);
  note(
    section
      ? `${section.heading} (${DOCUMENT}, line ${section.line})\n\n${certificate(section.words)}\n`
      : `Developer's Certificate of Origin: https://developercertificate.org (this tree has no ${DOCUMENT})\n`,
  );
  const question = `Do you certify this, and sign off as ${identity.name} <${identity.email}>? [y/N] `;
  return /^y(?:es)?$/i.test(await host.terminal.ask(question));
};

/** Whether git's `format.signOff` says so. */
export const signsAlways = async ({ host }: Face, tree: string): Promise<boolean> => {
  const settings = await host.git.gitSettings(tree, ['format.signOff']);
  return /^(?:true|yes|on|1)$/i.test(settings['format.signOff'] ?? '');
};

/** Its first sentence and what is indented below; the section goes on with how to write the line. */
const certificate = (words: string): string => {
  const lines = words.trim().split('\n');
  const begin = lines.findIndex((line) => /^\s+\(a\)/.test(line));
  const end = lines.findIndex((line, index) => index > begin && /^\S/.test(line));
  return lines
    .slice(0, end === -1 ? undefined : end)
    .join('\n')
    .trimEnd();
};

import { resolve } from 'node:path';
import { treeScript } from './treeScript.ts';

/** Somebody who gets the patch, as the tree's own script names them. */
export interface Recipient {
  readonly address: string;
  /** Empty for a list, and where the script gives none. */
  readonly name: string;
  /** As printed between the parentheses: `maintainer:BTRFS FILE SYSTEM`, `open list`, `reviewer:X,commit_signer:2/3=67%`. */
  readonly role: string;
  readonly list: boolean;
  /** The line as printed. */
  readonly line: string;
}

export type Recipients =
  | { readonly kind: 'recipients'; readonly recipients: readonly Recipient[] }
  | { readonly kind: 'unknown'; readonly because: string; readonly settle?: string };

/** What is asked about: a patch, wherever it lies, or a file or folder of the tree, relative to it. */
export type Subject = { readonly patch: string } | { readonly path: string };

/** With `history`, who signed and wrote recent commits counts as well, which needs the tree's whole repository. */
export interface Asked {
  readonly history?: boolean;
}

/** Who should get a patch, and as what, by the tree's own `scripts/get_maintainer.pl`; in its order. */
export async function getMaintainer(tree: string, subject: Subject, asked: Asked = {}): Promise<Recipients> {
  const history = asked.history
    ? ['--rolestats', '--git-fallback']
    : ['--norolestats', '--roles', '--no-git', '--no-git-fallback'];
  const what = 'patch' in subject ? [resolve(subject.patch)] : ['-f', subject.path];
  const done = await treeScript(tree, 'scripts/get_maintainer.pl', [...history, ...what]);
  if (done.kind === 'unknown') return done;
  const { status, stdout, stderr } = done.ran;
  if (status !== 0) {
    const why = stderr.trim().split('\n')[0] || `status ${status}`;
    return { kind: 'unknown', because: `get_maintainer.pl failed: ${why}`, settle: done.again };
  }
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { kind: 'recipients', recipients: lines.flatMap((line) => readRecipient(line) ?? []) };
}

/** `Name <address> (role)`, `"Name, Jr." <address> (role)` or `address (role)`; the role may have parentheses in it. */
export function readRecipient(line: string): Recipient | undefined {
  const parts =
    /^"(?<name>(?:[^"\\]|\\.)*)" <(?<address>[^>]*)>(?: \((?<role>.*)\))?$/.exec(line)
    ?? /^(?<address>[^\s<>]+@[^\s<>]+)(?: \((?<role>.*)\))?$/.exec(line)
    ?? /^(?<name>[^<]*?) ?<(?<address>[^>]*)>(?: \((?<role>.*)\))?$/.exec(line);
  const { name = '', address, role = '' } = parts?.groups ?? {};
  if (address === undefined) return undefined;
  const list = /(?:^|,)(?:open|moderated|subscriber) list(?:$|[:,])/.test(role);
  return { address, name: name.replace(/\\(.)/g, '$1'), role, list, line };
}

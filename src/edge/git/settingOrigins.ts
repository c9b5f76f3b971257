import { git } from './git.ts';

/** A line of git's configuration, and where it stands. */
export interface SettingOrigin {
  /** As git writes it, `sendemail.smtpserver`. */
  readonly name: string;
  /** None: it is a secret, and never leaves git. */
  readonly value?: string;
  /** `system`, `global`, `local`, `worktree` or `command`. */
  readonly scope: string;
  /** `/etc/gitconfig`, a path relative to the tree, or `command line:`. */
  readonly origin: string;
}

/**
 * The settings of these sections as they hold here, in the order in which git reads them. `undefined` where git is not
 * installed, or too old to tell where a setting stands (before 2.26).
 */
export async function settingOrigins(
  tree: string,
  sections: readonly string[],
): Promise<readonly SettingOrigin[] | undefined> {
  const { stdout, status } = await git(tree, ['config', '--list', '--null', '--show-origin', '--show-scope']);
  if (status !== 0) return undefined;
  const words = stdout.split('\0').slice(0, -1);
  const found: SettingOrigin[] = [];
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [scope = '', origin = '', entry = ''] = words.slice(at, at + 3);
    const end = entry.indexOf('\n');
    const name = end < 0 ? entry : entry.slice(0, end);
    if (!sections.some((section) => name.startsWith(`${section}.`))) continue;
    // A name without a value is `true`.
    const value = end < 0 ? 'true' : entry.slice(end + 1);
    const said = { name, scope, origin: origin.replace(/^file:/, '') };
    found.push(isSecret(name) ? said : { ...said, value: withoutSecrets(value) });
  }
  return found;
}

const isSecret = (name: string): boolean => /pass(?:word|phrase|wd)?$|secret|token|(?:api|pw|auth)-?key$/i.test(name);

/** Of an address `https://ada:secret@…`, and of a program that is told one. */
const withoutSecrets = (value: string): string =>
  value
    .replace(/(:\/\/[^\s/:@]*):[^\s/@]*@/g, '$1:…@')
    .replace(/((?:^|\s)--?pass\w*(?:=|\s+))(?:"[^"]*"|'[^']*'|\S+)/gi, '$1…');

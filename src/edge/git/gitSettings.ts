import { git } from './git.ts';

/**
 * Those of the named settings that git has here, as they are written (`format.signOff` may be `true`, `yes`, `1`…). The
 * last value counts, as in git; a name without a value is `true`. Upper and lower case differ only within a subsection.
 */
export async function gitSettings<Name extends string>(
  tree: string,
  names: readonly Name[],
): Promise<Partial<Readonly<Record<Name, string>>>> {
  const { stdout } = await git(tree, ['config', '--list', '--null']);
  const values = new Map<string, string>();
  for (const entry of stdout.split('\0').slice(0, -1)) {
    const end = entry.indexOf('\n');
    if (end < 0) values.set(entry, 'true');
    else values.set(entry.slice(0, end), entry.slice(end + 1));
  }
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = values.get(asGitWrites(name));
    if (value !== undefined) found[name] = value;
  }
  return found;
}

const asGitWrites = (name: string): string =>
  name.replace(/^[^.]+/, (section) => section.toLowerCase()).replace(/[^.]+$/, (key) => key.toLowerCase());

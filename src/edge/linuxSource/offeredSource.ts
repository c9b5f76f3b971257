import { run } from '../run.ts';
import { newestFirst } from './versionOrder.ts';

/** A kernel's source that the distribution offers as a package. */
export interface OfferedSource {
  /** `linux-source-6.12`. */
  readonly package: string;
  /** `6.12`. */
  readonly version: string;
  /** What there is to download, in bytes, where apt says it. */
  readonly bytes?: number;
}

/**
 * The newest `linux-source-*` package among those that apt knows of; nothing is asked over the network, so on a machine
 * that never ran `apt-get update` there is none.
 */
export async function offeredSource(): Promise<OfferedSource | undefined> {
  const { stdout } = await run(['apt-cache', 'search', '--names-only', '^linux-source-[0-9]']);
  const found = stdout.split('\n').flatMap((line) => {
    const [, name, version] = /^(linux-source-(\d+(?:\.\d+)*)) - /.exec(line) ?? [];
    return name === undefined || version === undefined ? [] : [{ package: name, version }];
  });
  const [newest] = found.sort(newestFirst);
  if (!newest) return undefined;
  const shown = await run(['apt-cache', 'show', '--no-all-versions', newest.package]);
  const bytes = /^Size: (\d+)$/m.exec(shown.stdout)?.[1];
  return { ...newest, ...(bytes !== undefined && { bytes: Number(bytes) }) };
}

import { patchId } from '../core/patch/patchId.ts';
import type { PatchMail } from '../core/patch/patchMail.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import { readMailbox } from '../core/series/readMailbox.ts';
import type { SourceFile } from '../core/series/readSeries.ts';
import { readThread } from '../core/series/readThread.ts';
import { Trouble } from '../core/trouble.ts';
import { mailsOfThread } from './mailsOfThread.ts';

/** What some files hold, sorted into what is checked and what is only read. */
export interface ToCheck {
  readonly series: readonly {
    readonly series: PatchSeries;
    /** Former versions and answers, of the files and of the thread that the person named; none where nothing was. */
    readonly thread: readonly PatchMail[] | undefined;
  }[];
  /** Mails that are no patches: answers. */
  readonly others: readonly PatchMail[];
  /** Series that are former versions of one that is checked. */
  readonly former: readonly PatchSeries[];
}

/** Throws Trouble `input` for an archive, and for a thread that holds no mail. */
export const seriesToCheck = (files: readonly SourceFile[], thread: readonly SourceFile[] | undefined): ToCheck => {
  const { series: found, others } = readMailbox(files);
  if (found.length > MOST_SERIES) throw anArchive(found);
  const named = thread && mailsOfThread(thread);
  const formerOf = new Map(found.map((series) => [series, formerVersions(series, found)]));
  const former = new Set([...formerOf.values()].flat());
  return {
    series: found
      .filter((series) => !former.has(series))
      .map((series) => {
        const beside = [...others, ...(formerOf.get(series) ?? []).flatMap(({ mails }) => mails)];
        return { series, thread: named ? [...named, ...beside] : beside.length > 0 ? beside : undefined };
      }),
    others,
    former: [...former],
  };
};

/** More than anybody is about to send: it is an archive, and most of it is other people's. */
const MOST_SERIES = 20;

const anArchive = (found: readonly PatchSeries[]): Trouble => {
  const [first, last] = [found[0], found.at(-1)].map((series) => series?.mails[0]?.subject.text);
  return new Trouble('input', {
    what: `These are ${found.length} series, from "${first}" to "${last}".`,
    why: `The check is for what you are about to send; it takes at most ${MOST_SERIES} series at once.`,
    next: 'Name the patch files of one series. An archive of former versions and answers is read with --thread.',
  });
};

const formerVersions = (series: PatchSeries, found: readonly PatchSeries[]): readonly PatchSeries[] => {
  const older = found.filter((one) => one !== series && one.version < series.version);
  if (older.length === 0) return [];
  const mails = older.flatMap((one) => one.mails);
  const { versions } = readThread(mails, series, (patch) => patchId(patch) ?? '');
  const theirs = new Set(versions.flatMap((version) => version.series.mails));
  return older.filter((one) => one.mails.every((mail) => theirs.has(mail)));
};

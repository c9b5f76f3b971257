import type { PatchMail } from '../patch/patchMail.ts';
import type { PatchSeries } from './patchSeries.ts';

/** Tells whether another series is an earlier posting of this one; who sent it is looked at by the caller. */
export const formerVersionOf = (series: PatchSeries): ((other: PatchSeries) => boolean) => {
  const changeId = changeIdOf(series);
  const own = new Set(series.mails.map(summaryOf));
  const head = wordsOf(series.cover ?? series.patches[0]);
  return (other) => {
    if (other.version > series.version) return false;
    const theirs = changeIdOf(other);
    if (changeId !== undefined && theirs !== undefined) return changeId === theirs;
    const shared = other.mails.filter((mail) => own.has(summaryOf(mail))).length;
    if (shared > 0 && shared * 3 >= Math.min(own.size, other.mails.length)) return true;
    return (
      (series.cover === undefined) === (other.cover === undefined)
      && isLike(head, wordsOf(other.cover ?? other.patches[0]))
    );
  };
};

const changeIdOf = ({ mails }: PatchSeries): string | undefined =>
  mails.map(({ base }) => base.changeId).find((id) => id !== undefined);

/** A summary as it is compared: case, spaces and a full stop do not count. */
export const summaryOf = ({ subject }: PatchMail): string =>
  subject.summary.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim();

const wordsOf = (mail: PatchMail | undefined): ReadonlySet<string> =>
  new Set((mail ? summaryOf(mail) : '').split(/[^\p{L}\p{N}_]+/u).filter((word) => word.length > 2));

/** Two thirds of all their words are the same, and at least three. */
const isLike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= 3 && shared * 3 >= (one.size + other.size - shared) * 2;
};

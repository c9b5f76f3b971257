import { Hono } from 'hono';
import { type ContributionLook, lookAtWork, type VersionLook } from '../../../bench/lookAtWork.ts';
import { nextOfVersion } from '../../../bench/nextOfVersion.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { contributionHtml } from './contributionHtml.ts';
import { contributionAddress } from './draftAddress.ts';
import type { ReviewBook, ReviewState } from './reviewBook.ts';

/** A prepared series by version and mail; every view of it has its address. */
export const contributionPage = (desk: Desk, reviews: ReviewBook): Hono =>
  new Hono().get('/contribution/:id', async (c) => {
    const { contributions } = await lookAtWork(desk.host, desk.tree.folder);
    const look = contributions.find(({ contribution }) => contribution.id === c.req.param('id'));
    const asked = c.req.query('version');
    const version =
      asked === undefined ? look?.versions.at(-1) : look?.versions.find(({ made }) => String(made.version) === asked);
    if (!look || !version) return c.notFound();
    const named = c.req.query('mail');
    const place = { id: look.contribution.id, version: version.made.version };
    const at = contributionAddress(named === undefined ? place : { ...place, mail: counting(named) });
    const state = await stateOf(reviews, look, version, at);
    const mail = named === undefined ? weightiest(version, state) : Math.min(version.mails.length, counting(named)) - 1;
    const error = state.result?.problems.find(
      ({ severity, turnedOff }) => severity === 'error' && turnedOff === undefined,
    );
    const before = look.versions[look.versions.indexOf(version) - 1]?.made.version;
    return show(c, desk, {
      here: '/contributions',
      ...contributionHtml({
        look,
        version,
        mail,
        line: counting(c.req.query('line')),
        state,
        next: nextOfVersion(desk.host, desk.tree, look.contribution.id, version, error?.next),
        now: desk.host.now(),
        ...(before !== undefined && { before }),
      }),
    });
  });

/** Nothing is asked of a series of which a mail is missing: what would be said is about another one. */
const stateOf = (
  reviews: ReviewBook,
  look: ContributionLook,
  version: VersionLook,
  at: string,
): Promise<ReviewState> => {
  if (!isWhole(version)) return Promise.resolve({});
  const earlier = look.versions.slice(0, look.versions.indexOf(version)).filter(isWhole);
  const [before] = earlier.slice(-1);
  const older = earlier.slice(0, -1);
  return reviews.look({
    files: filesOf(version),
    before: before ? filesOf(before) : [],
    older: older.flatMap(filesOf),
    digests: [version, ...earlier].flatMap(({ mails }) => mails.map(({ file }) => file.sha256)),
    title: `Reading ${version.made.title}`,
    at,
  });
};

/** The mail with what matters most, from 0: whoever names none wants to see that. */
const weightiest = ({ mails }: VersionLook, { result: review }: ReviewState): number => {
  const [first] = review?.problems.filter(({ severity, turnedOff }) => severity !== 'note' && !turnedOff) ?? [];
  return Math.max(
    0,
    mails.findIndex(({ mail }) => mail.file === first?.place.file),
  );
};

const isWhole = ({ mails }: VersionLook): boolean => mails.every(({ file }) => file.bytes !== undefined);

const filesOf = ({ mails }: VersionLook): readonly string[] => mails.map(({ mail }) => mail.file);

const counting = (text: string | undefined): number => {
  const number = Number(text ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
};

import { sql, type Transaction } from 'kysely';
import { alikePart, type LikenessSign, saysSomething } from '../../core/evidence/likenessSigns.ts';
import type { Schema } from '../../edge/db/schema.ts';

interface Handed {
  readonly submission: string;
  readonly person: string;
  readonly signs: readonly LikenessSign[];
  readonly at: Date;
}

/** What more people than this have alike is common ground: a sample that everybody follows, a default. */
const MOST_ALIKE = 5;
/** Pieces that are weighed against one; the newest. */
const MOST_WEIGHED = 1000;

/**
 * Keeps by what the pieces of a submission are found again, and notes those of other people that are much alike. True where
 * there are any. Two that come in at once see each other: one waits here for the other.
 */
export async function noteLikeness(trx: Transaction<Schema>, handed: Handed): Promise<boolean> {
  const { submission, at, signs } = handed;
  if (signs.length === 0) return false;
  await sql`SELECT pg_advisory_xact_lock(hashtext('likeness'))`.execute(trx);
  const pairs: Pair[] = [];
  for (const sign of signs) pairs.push(...(await alikeTo(trx, handed, sign)));
  await trx
    .insertInto('likeness_sign')
    .values(signs.map((sign) => ({ ...sign, submission, signs: [...sign.signs], bands: [...sign.bands] })))
    .execute();
  const telling = new Set(pairs.filter(({ kind }) => saysSomething(kind)).map(({ other }) => other));
  const noted = bestOfEach(pairs.filter(({ other }) => telling.has(other)));
  if (noted.length === 0) return false;
  await trx
    .insertInto('likeness')
    .values(noted.map((pair) => ({ ...pair, submission, at })))
    .execute();
  return true;
}

interface Pair {
  readonly other: string;
  readonly kind: LikenessSign['kind'];
  readonly piece: string;
  readonly other_piece: string;
  readonly part: number;
}

async function alikeTo(
  trx: Transaction<Schema>,
  { person }: Handed,
  { kind, piece, signs, bands }: LikenessSign,
): Promise<readonly Pair[]> {
  const rows = await trx
    .selectFrom('likeness_sign')
    .innerJoin('submission', 'submission.id', 'likeness_sign.submission')
    .select(['likeness_sign.submission as other', 'submission.person', 'piece as other_piece', 'signs'])
    .where(sql<boolean>`bands && ${[...bands]}::text[]`)
    .where('submission.person', '<>', person)
    .orderBy('submission.received_at', 'desc')
    .limit(MOST_WEIGHED)
    .execute();
  const alike = rows.flatMap((row) => {
    const part = alikePart(kind, signs, row.signs);
    return part === undefined ? [] : [{ ...row, part }];
  });
  if (new Set(alike.map((row) => row.person)).size > MOST_ALIKE) return [];
  return alike.map(({ other, other_piece, part }) => ({ other, kind, piece, other_piece, part }));
}

/** Of two submissions, one pair of pieces a kind: the one that shares most. */
const bestOfEach = (pairs: readonly Pair[]): readonly Pair[] => {
  const best = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = `${pair.other} ${pair.kind}`;
    if (pair.part > (best.get(key)?.part ?? 0)) best.set(key, pair);
  }
  return [...best.values()];
};

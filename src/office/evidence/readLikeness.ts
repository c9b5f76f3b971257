import type { LikenessKind } from '../../core/evidence/likenessMarks.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';
import { asked, submissionOf } from '../queue/submissionOf.ts';

/** Something of another person that is much like what somebody handed in. */
export interface Alike {
  readonly kind: LikenessKind;
  /** The piece of whoever is asked about, and that of the other. */
  readonly piece: string;
  readonly otherPiece: string;
  readonly part: number;
  /** Undefined where one may not read it: of another term, or one that is left to others. */
  readonly other: { readonly id: string; readonly name: string; readonly isEarlier: boolean } | undefined;
}

/** For a mentor who reads a submission: what is alike, with both sides. Asks nobody's permission to read the submission. */
export async function readLikeness(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { submission }: { readonly submission: string },
): Promise<readonly Alike[]> {
  const rows = await office.db
    .selectFrom('likeness')
    .selectAll()
    .where((where) => where.or([where('submission', '=', submission), where('other', '=', submission)]))
    .orderBy('part', 'desc')
    .orderBy('kind')
    .limit(MOST)
    .execute();
  const others = new Map<string, Alike['other']>();
  for (const row of rows) {
    const isEarlier = row.submission === submission;
    const id = isEarlier ? row.other : row.submission;
    if (!others.has(id)) others.set(id, await readable(office, who, { id, isEarlier }));
  }
  return rows.map(({ kind, piece, other_piece, part, ...row }) => {
    const isMine = row.submission === submission;
    return {
      ...{ kind, part, other: others.get(isMine ? row.other : row.submission) },
      ...(isMine ? { piece, otherPiece: other_piece } : { piece: other_piece, otherPiece: piece }),
    };
  });
}

/** More than anybody weighs one by one. */
const MOST = 20;

const readable = async (
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { id, isEarlier }: { readonly id: string; readonly isEarlier: boolean },
): Promise<Alike['other']> => {
  const found = await submissionOf(office, id);
  if (!found || found.isFrozen || !mayDo(who, { do: 'read-submission', submission: asked(found) }).may)
    return undefined;
  const { name } = await office.db
    .selectFrom('person')
    .select('name')
    .where('id', '=', found.person)
    .executeTakeFirstOrThrow();
  return { id, name, isEarlier };
};

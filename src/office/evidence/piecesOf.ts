import type { Piece } from '../../core/evidence/evidence.ts';
import type { Office } from '../office.ts';

/** What came with a submission, in its order: what was said of it, its files, and the mail that brought it. */
export async function piecesOf(
  { db }: Pick<Office, 'db'>,
  { submission, statement }: { readonly submission: string; readonly statement: string },
): Promise<readonly Piece[]> {
  const [files, mail] = await Promise.all([
    db
      .selectFrom('submission_file')
      .select(['name', 'bytes'])
      .where('submission', '=', submission)
      .orderBy('ordinal')
      .execute(),
    db.selectFrom('mail_in').select('raw').where('submission', '=', submission).executeTakeFirst(),
  ]);
  const said: Piece = { name: 'what you said of it', bytes: new TextEncoder().encode(statement) };
  return [
    ...(mail ? [{ name: 'the mail', bytes: new Uint8Array(mail.raw) }] : []),
    ...files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) })),
    ...(statement.trim() === '' ? [] : [said]),
  ];
}

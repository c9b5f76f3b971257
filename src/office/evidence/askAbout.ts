import type { Transaction } from 'kysely';
import { likenessMail } from '../../core/programme/likenessMail.ts';
import type { Schema } from '../../edge/db/schema.ts';
import type { Mailing } from '../mailPerson.ts';
import { tellPerson } from '../tellPerson.ts';

/** Whoever handed in something much like another's is asked before anybody weighs it. */
export async function askAbout(
  trx: Transaction<Schema>,
  office: Mailing,
  order: {
    readonly [Key in 'submission' | 'person' | 'term' | 'title' | 'slug' | 'term_slug' | 'programme_slug']: string;
  },
): Promise<void> {
  const { submission, person, term, title, slug, term_slug, programme_slug } = order;
  const link = `${office.address}/${programme_slug}/${term_slug}/tasks/${slug}#likeness-${submission}`;
  const words = likenessMail({ title, link });
  await tellPerson(trx, office, { person, term, kind: 'likeness-asked', about: submission, ...words });
}

import type { Transaction } from 'kysely';
import type { Judged } from '../../core/evidence/evidence.ts';
import { evidenceOutcome } from '../../core/evidence/evidenceOutcome.ts';
import { lookedMail } from '../../core/programme/lookedMail.ts';
import type { Schema } from '../../edge/db/schema.ts';
import type { Mailing } from '../mailPerson.ts';
import { tellPerson } from '../tellPerson.ts';

/** Whoever waits for a mentor knows at once what the machine saw; of a likeness they are asked instead. */
export async function tellLeft(
  trx: Transaction<Schema>,
  office: Mailing,
  given: {
    readonly [Key in 'submission' | 'person' | 'term' | 'title']: string;
  } & { readonly attempt: number; readonly judged: readonly Judged[] },
): Promise<void> {
  const { submission, person, term, judged } = given;
  const words = lookedMail({ ...given, outcome: evidenceOutcome(judged) });
  await tellPerson(trx, office, { person, term, kind: 'submission-received', about: `${submission}:looked`, ...words });
}

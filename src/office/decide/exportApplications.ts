import { stringify } from 'csv-stringify/sync';
import { type ApplicationField, mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused } from '../office.ts';
import { readersIn } from '../review/readersOf.ts';

export type ExportFormat = 'csv' | 'json';

export type Exported = { readonly kind: 'exported'; readonly text: string; readonly items: number } | Refused;

/**
 * The applications of a term as a table, in the order in which they were started: for each only what whoever asks may read.
 * That it was taken out is in the log.
 */
export async function exportApplications(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { term, format }: { readonly term: string; readonly format: ExportFormat },
): Promise<Exported> {
  const permission = mayDo(who, { do: 'read-progress', term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const found = await readable(office, who, term);
  const at = office.now();
  await office.db
    .transaction()
    .execute((trx) =>
      appendFact(trx, { kind: 'applications-exported', at, by, about: term, term, items: found.length }),
    );
  return { kind: 'exported', text: format === 'json' ? asJson(found) : asCsv(found), items: found.length };
}

type Row = Readonly<Record<string, string>>;

async function readable(office: Pick<Office, 'db'>, who: Asker, term: string): Promise<Row[]> {
  const [rows, readers, ratings] = await Promise.all([
    office.db
      .selectFrom('application')
      .innerJoin('person', 'person.id', 'application.person')
      .where('application.term', '=', term)
      .where('person.frozen_at', 'is', null)
      .selectAll('application')
      .select(['person.name', 'person.address'])
      .orderBy('application.started_at')
      .orderBy('application.id')
      .execute(),
    readersIn(office, term),
    office.db
      .selectFrom('rating')
      .innerJoin('application', 'application.id', 'rating.application')
      .where('application.term', '=', term)
      .select(['rating.application', 'rating.value'])
      .orderBy('rating.at')
      .execute(),
  ]);
  const rated = Map.groupBy(ratings, ({ application }) => application);
  return rows.flatMap((row): Row[] => {
    const about = { term, owner: row.person, ...readers.of(row.id) };
    const sees = (field: ApplicationField) => mayDo(who, { do: 'read-application', application: about, field }).may;
    // What nobody has sent yet is nobody's to read.
    const isSent = row.sent_at !== null;
    const fields = {
      ...(sees('contact') ? { name: row.name, address: row.address ?? '' } : {}),
      ...(sees('decision') ? { state: row.state, ...instants(row) } : {}),
      ...(sees('words') ? wordsOf(row, isSent) : {}),
      ...(sees('answers') ? { answers: isSent ? JSON.stringify(row.eligibility) : '' } : {}),
      ...(sees('ratings') ? { ratings: (rated.get(row.id) ?? []).map(({ value }) => value).join(', ') } : {}),
    };
    return Object.keys(fields).length === 0 ? [] : [{ application: row.id, ...fields }];
  });
}

const instants = (row: {
  readonly started_at: Date;
  readonly sent_at: Date | null;
  readonly decided_at: Date | null;
}) => ({
  started: row.started_at.toISOString(),
  sent: row.sent_at?.toISOString() ?? '',
  decided: row.decided_at?.toISOString() ?? '',
});

const wordsOf = (
  row: {
    readonly words: string;
    readonly availability: string;
    readonly code_identity: string;
    readonly disclosure: string;
  },
  isSent: boolean,
) => ({
  words: isSent ? row.words : '',
  availability: isSent ? row.availability : '',
  code: isSent ? row.code_identity : '',
  disclosure: isSent ? row.disclosure : '',
});

const asJson = (rows: readonly Row[]): string => `${JSON.stringify(rows, undefined, 1)}\n`;

/** A spreadsheet computes what begins with = + - @, a tab or a line end: such cells get a mark before them. */
const asCsv = (rows: readonly Row[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify([...rows], { header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
};

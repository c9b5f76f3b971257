import type { Kysely } from 'kysely';
import type { Schema } from '../../edge/db/schema.ts';

/**
 * Everybody who takes part in a term that is not over: applicants until tasks end, mentees until the term does. Not those who
 * were declined, went, were erased, or asked that nothing be done with their data.
 */
export const partakersIn = (db: Pick<Kysely<Schema>, 'selectFrom'>, now: Date) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .innerJoin('term', 'term.id', 'membership.term')
    .innerJoin('programme', 'programme.id', 'term.programme')
    .select(['term.id as term_id', 'term.name as term_name', 'term.slug as term_slug', 'person.id as person'])
    .select(['programme.name as programme', 'programme.slug as programme_slug', 'person.name', 'person.zone'])
    .where('person.erased_at', 'is', null)
    .where('person.frozen_at', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('membership.role', '=', 'applicant'), where('term.tasks_until', '>', now)]),
        where.and([where('membership.role', '=', 'mentee'), where('term.ends_at', '>', now)]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('application')
            .select('application.id')
            .whereRef('application.term', '=', 'term.id')
            .whereRef('application.person', '=', 'person.id')
            .where('application.state', 'in', ['declined', 'withdrawn']),
        ),
      ),
    );

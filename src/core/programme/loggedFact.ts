import type { Fact, Json } from './chain.ts';
import type { ProgrammeFact } from './programmeFact.ts';

/** A fact as the log's chain holds it: words of our lists with hyphens, so that nothing in it reads like a text. */
export const loggedFact = ({ at, by, kind, about, ...body }: ProgrammeFact): Fact => ({
  ...{ at, by, kind, about },
  body: Object.fromEntries(Object.entries(body).map(([name, value]) => [name, logged(value as Json)])),
});

const logged = (value: Json): Json => (typeof value === 'string' ? value.replaceAll(' ', '-') : value);

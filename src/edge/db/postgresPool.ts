import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

/** Counts and sequence numbers are numbers as long as JavaScript counts exactly; a day is a day, not a midnight somewhere. */
const parsers = new Map<number, (value: string) => unknown>([
  [INT8, (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : BigInt(value))],
  [DATE, (value) => value],
]);

/** Connections for a database, with our readers of values. */
export const postgresPool = (connectionString: string, max = 20): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers.get(id)) || pg.types.getTypeParser(id, format as 'text'),
    } as pg.CustomTypesConfig,
  });
  // A connection that broke says so to the query under way and to the next; unheard, it would end the whole process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

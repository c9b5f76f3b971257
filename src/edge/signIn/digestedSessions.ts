import { createHash } from 'node:crypto';
import type { getAdapter } from 'better-auth/db/adapter';

type Adapter = Awaited<ReturnType<typeof getAdapter>>;
type Inner = Parameters<Parameters<Adapter['transaction']>[0]>[0];

interface Where {
  readonly field: string;
  readonly value: unknown;
}

/**
 * better-auth keeps a session's token as the cookie has it. Between it and the database stands this: in the table is only
 * a digest, so that nobody who reads the database, or a backup, can come in with what stands there.
 */
export const digestedSessions = (adapter: Adapter): Adapter => ({
  ...digested(adapter),
  transaction: (work) => adapter.transaction((inner) => work(digested(inner))),
});

const digested = <A extends Inner>(adapter: A): A => ({
  ...adapter,
  create: async (order: Parameters<Inner['create']>[0]) => {
    const token = order.model === 'session' ? order.data['token'] : undefined;
    if (typeof token !== 'string') return adapter.create(order);
    const made = await adapter.create({ ...order, data: { ...order.data, token: digest(token) } });
    return { ...made, token };
  },
  findOne: async (order: Parameters<Inner['findOne']>[0]) => restored(await adapter.findOne(hidden(order)), order),
  findMany: (order: Parameters<Inner['findMany']>[0]) => adapter.findMany(hidden(order)),
  update: async (order: Parameters<Inner['update']>[0]) => restored(await adapter.update(hidden(order)), order),
  updateMany: (order: Parameters<Inner['updateMany']>[0]) => adapter.updateMany(hidden(order)),
  delete: (order: Parameters<Inner['delete']>[0]) => adapter.delete(hidden(order)),
  deleteMany: (order: Parameters<Inner['deleteMany']>[0]) => adapter.deleteMany(hidden(order)),
  consumeOne: async (order: Parameters<Inner['consumeOne']>[0]) =>
    restored(await adapter.consumeOne(hidden(order)), order),
});

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The same question, with the digest in the place of the token. */
const hidden = <O extends { readonly model: string; readonly where?: readonly Where[] | undefined }>(order: O): O =>
  order.model !== 'session' || order.where === undefined
    ? order
    : {
        ...order,
        where: order.where.map((one) =>
          one.field === 'token' && typeof one.value === 'string' ? { ...one, value: digest(one.value) } : one,
        ),
      };

/** A session that was found by its token has it again: the cookie is written from it. */
const restored = <R>(row: R, order: { readonly model: string; readonly where: readonly Where[] }): R => {
  const token = order.model === 'session' ? order.where.find((one) => one.field === 'token')?.value : undefined;
  return row === null || typeof token !== 'string' ? row : { ...row, token };
};

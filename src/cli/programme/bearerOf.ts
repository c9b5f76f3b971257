import { apiTokenOf } from '../../edge/signIn/apiToken.ts';
import { askerOf } from '../../office/askerOf.ts';
import type { Office } from '../../office/office.ts';
import type { TokenBearer } from '../../web/office/api/createApi.ts';

/** Whoever a token stands for. It speaks as a mailed link does: what needs a passkey is not done by programs. */
export const bearerOf =
  (office: Office) =>
  async (authorization: string | undefined): Promise<TokenBearer | undefined> => {
    const tokens = { db: office.db, newId: office.newId, now: () => new Date() };
    const token = await apiTokenOf(tokens, authorization ?? null);
    if (token?.holder.kind !== 'person') return undefined;
    return { asker: await askerOf(office, token.holder.person, 'link'), scopes: token.scopes };
  };

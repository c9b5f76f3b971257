import { roleToken } from '../../core/programme/role.ts';
import { apiTokenOf } from '../../edge/signIn/apiToken.ts';
import { askerOf } from '../../office/askerOf.ts';
import type { Office } from '../../office/office.ts';
import type { TokenBearer } from '../../web/office/api/createApi.ts';

/** Whom a request of a program speaks for, by the machine's clock. */
export const apiBearer =
  ({ db, newId }: Pick<Office, 'db' | 'newId'>) =>
  async (authorization: string | undefined): Promise<TokenBearer | undefined> => {
    const token = await apiTokenOf({ db, newId, now: () => new Date() }, authorization ?? null);
    if (!token) return undefined;
    const { holder, scopes, id } = token;
    // A token speaks for a person as a mailed link does: what needs a passkey is not done by programs.
    if (holder.kind === 'person') return { asker: await askerOf({ db }, holder.person, 'link'), scopes };
    return { asker: roleToken(id, holder.term, holder.role), scopes };
  };

import { type Deed, mayDo, type Permission } from '../core/programme/mayDo.ts';
import type { Asker } from '../core/programme/role.ts';

/** Who does a deed: somebody signed in, or the server's keeper at its command line. */
export type Doer = Asker | 'operator';

export const allowed = (who: Doer, deed: Deed): Permission =>
  who === 'operator' ? { may: true, because: 'you keep the server' } : mayDo(who, deed);

/** As the log names them. */
export const doerId = (who: Doer): string => (who === 'operator' ? who : (who.id ?? ''));

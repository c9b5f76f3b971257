/** What a person is in a term. Everybody else is a visitor there. */
export type Role = 'applicant' | 'mentee' | 'reviewer' | 'mentor' | 'lead mentor' | 'organiser';

export const roles: readonly Role[] = ['applicant', 'mentee', 'reviewer', 'mentor', 'lead mentor', 'organiser'];

/** How one signed in: by a mailed link, or by a passkey too. */
export type Level = 'link' | 'passkey';

/** Roles in which one reads or decides what is others': the mailed link alone is not enough for them. */
export const passkeyRoles: ReadonlySet<Role> = new Set(['mentor', 'lead mentor', 'organiser']);

/** Somebody who asks for a page, a deed of the API, or by a mail. */
export interface Asker {
  /** Opaque; undefined for a visitor. */
  readonly id: string | undefined;
  readonly level: Level;
  /** By term. */
  readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
}

export const visitor: Asker = { id: undefined, level: 'link', roles: new Map() };

const TOKEN = 'token:';

/** Whoever holds the token of a role in a term: a program that reads, and no person. */
export const roleToken = (token: string, term: string, role: Role): Asker => ({
  ...{ id: TOKEN + token, level: 'passkey', roles: new Map([[term, new Set([role])]]) },
});

export const isRoleToken = ({ id }: Asker): boolean => id?.startsWith(TOKEN) === true;

/** Whether the asker has one of these roles in a term, and has signed in as these roles must. */
export const has = (who: Asker, term: string, ...wanted: readonly Role[]): boolean =>
  wanted.some(
    (role) => who.roles.get(term)?.has(role) === true && (who.level === 'passkey' || !passkeyRoles.has(role)),
  );

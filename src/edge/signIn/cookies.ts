export interface CookieNames {
  /** Who one is. */
  readonly session: string;
  /** For ten minutes: the half of a secret that only the asking browser has. */
  readonly half: string;
}

/**
 * `__Host-` binds a cookie to this very host, which browsers allow over https only. On loopback, without it, the port is
 * in the name: cookies do not know ports.
 */
export const cookieNames = (address: string): CookieNames => {
  const { protocol, port } = new URL(address);
  return protocol === 'https:'
    ? { session: '__Host-plg_session', half: '__Host-plg_half' }
    : { session: `plg_session_${port}`, half: `plg_half_${port}` };
};

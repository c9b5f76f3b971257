/** What of a request decides whether it is answered. */
export interface Knock {
  readonly method: string;
  /** Headers as they came. */
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, where the browser says it. */
  readonly site: string | undefined;
}

export type Admission = { readonly kind: 'admitted' } | { readonly kind: 'refused'; readonly because: string };

/**
 * Whether a request is one of our own pages', or of somebody who typed the address. A page of another site that has its
 * name point here (DNS rebinding) comes with a foreign Host; one that sends a form here, with a foreign Origin.
 */
export const admit = (knock: Knock, hosts: readonly string[]): Admission => {
  const { method, host = '', origin, site } = knock;
  if (!hosts.includes(host)) return refused('it names another host');
  if (origin !== undefined && !hosts.some((one) => origin === `http://${one}`)) {
    return refused('it comes from a page of another site');
  }
  const isReading = method === 'GET' || method === 'HEAD';
  // A link on another site may lead here: then its visitor is not signed in, since the cookie stays behind.
  if (!isReading && site !== undefined && site !== 'same-origin') return refused('it was sent by another site');
  if (!isReading && origin === undefined) return refused('it does not say which page sent it');
  return { kind: 'admitted' };
};

const refused = (because: string): Admission => ({ kind: 'refused', because });

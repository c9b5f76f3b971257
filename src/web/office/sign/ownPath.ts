/** Only a page of ours: `//evil.example` and `/\evil.example` are addresses of others to a browser. */
export const ownPath = (to: unknown): string =>
  typeof to === 'string' && to.length < 500 && /^\/(?![/\\])[\w/.:?&=%+-]*$/.test(to) ? to : '/';

/** An address with the page that one wants afterwards. */
export const withTo = (at: string, to: string): string => (to === '/' ? at : `${at}?${new URLSearchParams({ to })}`);

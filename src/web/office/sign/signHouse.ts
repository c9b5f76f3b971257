import type { SignInDesk } from '../../../office/signIn/signInDesk.ts';
import type { FrontDesk, Page } from '../frame/frontDesk.ts';

/** What the pages of signing in need besides: what stands around them, and where a request came from. */
export interface SignHouse extends SignInDesk {
  readonly desk: FrontDesk;
  /** The address of the peer, or what a proxy that is ours says of it. */
  peerOf(c: Page): string;
}

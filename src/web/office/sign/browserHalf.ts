import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LINK_SECONDS } from '../../../edge/signIn/auth.ts';
import { isHalf, newHalf } from '../../../edge/signIn/halves.ts';
import type { Page } from '../frame/frontDesk.ts';
import type { SignHouse } from './signHouse.ts';

type House = Pick<SignHouse, 'signIn'>;

/** The half of a secret that this browser has; undefined where it asked for nothing, or too long ago. */
export const browserHalf = (c: Page, { signIn }: House): string | undefined => {
  const half = getCookie(c, signIn.cookies.half);
  return isHalf(half) ? half : undefined;
};

/** The same, and a new one where there was none. Two links that were asked for in one browser both work there. */
export const giveHalf = (c: Page, house: House): string => {
  const half = browserHalf(c, house) ?? newHalf();
  // Lax: a link in a mail leads here from another site, and the page that it opens must know its browser.
  setCookie(c, house.signIn.cookies.half, half, { ...attributes(house), maxAge: LINK_SECONDS });
  return half;
};

export const takeHalf = (c: Page, house: House): void =>
  void deleteCookie(c, house.signIn.cookies.half, attributes(house));

const attributes = ({ signIn }: House) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: signIn.address.startsWith('https:') }) as const;

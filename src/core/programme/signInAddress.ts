/** As RFC 5321 bounds it. */
const LONGEST = 254;
const FORM = /^[a-z0-9_'+-]+(?:\.[a-z0-9_'+-]+)*(?<!')@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z]{2,63}$/;

/**
 * A mail address as it is kept: whole, in small letters. Undefined where what was typed is none that we can mail to: no
 * lists, names, comments or quotes, and nothing that a mail's header would be broken by.
 */
export const signInAddress = (typed: string): string | undefined => {
  const address = typed.trim().toLowerCase();
  return address.length <= LONGEST && address.indexOf('@') <= 64 && FORM.test(address) ? address : undefined;
};

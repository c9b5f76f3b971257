/** Whether a text has somebody's mark as a word of its own, and not as part of a longer one. */
export const bears = (text: string, nonce: string): boolean => {
  for (let at = text.indexOf(nonce); at >= 0; at = text.indexOf(nonce, at + 1)) {
    if (!WORD.test(text[at - 1] ?? ' ') && !WORD.test(text[at + nonce.length] ?? ' ')) return true;
  }
  return false;
};

const WORD = /[A-Za-z0-9]/;

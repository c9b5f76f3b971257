import type { Person } from './patchMail.ts';

/** The people that a header such as Cc names, without the quotes of their names. Groups without members are nobody. */
export const peopleIn = (text: string): readonly Person[] =>
  atCommas(text)
    .map(personIn)
    .filter(({ address }) => address !== '' && !/:;?$/.test(address));

/** Commas in quotes, comments and addresses part nothing. */
const atCommas = (text: string): readonly string[] => {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '(' || sign === '<') depth++;
    else if (sign === ')' || sign === '>') depth = Math.max(0, depth - 1);
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
};

const personIn = (text: string): Person => {
  const open = text.lastIndexOf('<');
  if (open >= 0) {
    const close = text.indexOf('>', open);
    const address = text.slice(open + 1, close < 0 ? undefined : close).trim();
    return { name: unquoted(text.slice(0, open).trim()), address };
  }
  // The old form: somebody@example.org (Some Body)
  const [comment, name = ''] = /\(([^()]*)\)/.exec(text) ?? [''];
  const rest = text.replace(comment, '').trim();
  // `stable@vger.kernel.org # 6.1`
  return { name: name.trim(), address: rest.split(/\s+/).find((word) => word.includes('@')) ?? rest };
};

const unquoted = (name: string): string =>
  name.length > 1 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1).replace(/\\(.)/gs, '$1') : name;

import { bareAddress, namedPerson } from './namedPerson.ts';
import type { WrittenTrailer } from './trailer.ts';

/** Lines of a message's last paragraph that stay together: a trailer with what it is folded over, and notes above it. */
export interface TrailerUnit extends WrittenTrailer {
  readonly lines: readonly string[];
}

const NAMED = /^([A-Za-z0-9-]+)[ \t]*:(.*)$/s;

/**
 * The units of a paragraph of trailers. A line that is no trailer (`[bo: less noise]`, a commit that was picked from)
 * belongs to the one below it; at the end to the one above. Where there is no trailer at all, it is one without a name.
 */
export const trailerUnits = (block: readonly string[]): readonly TrailerUnit[] => {
  const units: { token: string; value: string; lines: string[] }[] = [];
  let waiting: string[] = [];
  for (const line of block) {
    const [, token, value = ''] = NAMED.exec(line) ?? [];
    const above = units.at(-1);
    if (token !== undefined) {
      units.push({ token, value: value.trim(), lines: [...waiting, line] });
      waiting = [];
    } else if (above && waiting.length === 0 && /^[ \t]/.test(line)) {
      above.lines.push(line);
      above.value = `${above.value} ${line.trim()}`.trim();
    } else if (units.length === 0 && waiting.length === 0 && /^[ \t]/.test(line)) {
      // Below another trailer it would be read as that one's.
      units.push({ token: '', value: '', lines: [line] });
    } else waiting.push(line);
  }
  const last = units.at(-1);
  if (last) last.lines = [...last.lines, ...waiting];
  else if (waiting.length > 0) units.push({ token: '', value: '', lines: waiting });
  return units;
};

export const unitOf = ({ token, value }: WrittenTrailer): TrailerUnit => ({
  token,
  value,
  lines: [`${token}: ${value.replace(/\s+/g, ' ').trim()}`],
});

/** The same for two trailers that say the same: of one person under one address, or of one commit. */
export const trailerKey = ({ token, value }: WrittenTrailer): string => {
  const name = token.toLowerCase();
  const { address, comment } = namedPerson(value);
  if (address !== '') return `${name} <${bareAddress(address)}> ${name === 'cc' ? comment : ''}`;
  const [first = ''] = value.trim().split(/\s/, 1);
  if (name === 'fixes' && /^[0-9a-f]{7,64}$/i.test(first)) return `${name} ${first.slice(0, 12).toLowerCase()}`;
  return `${name} ${value.replace(/\s+/g, ' ').trim()}`;
};

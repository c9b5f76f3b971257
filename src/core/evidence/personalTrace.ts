import { draw, seededRandom } from '../std.ts';
import type { BankPlace, TraceBank } from './traceBank.ts';

/** One person's places, one for each frame: always the same for the same nonce. */
export const placesFor = ({ frames }: TraceBank, nonce: string): readonly BankPlace[] => {
  const random = seededRandom(`trace ${nonce}`);
  return frames.map(({ places, function: name }) => {
    const place = draw(places, random);
    if (!place) throw new RangeError(`${name} has no place`);
    return place;
  });
};

/** The raw trace that one person gets: nobody else's answer fits it. */
export const personalTrace = (bank: TraceBank, nonce: string): string => {
  const places = placesFor(bank, nonce);
  const lines = bank.lines.map((line) => {
    if (typeof line === 'string') return line.replaceAll('{nonce}', nonce);
    const frame = bank.frames[line.frame];
    const place = places[line.frame];
    if (!frame || !place) throw new RangeError(`a line names frame ${line.frame}, which is not there`);
    const where = `${frame.function}+0x${place.offset.toString(16)}/0x${frame.size.toString(16)}`;
    return `${line.before}${where}${frame.module === undefined ? '' : ` [${frame.module}]`}${line.after}`;
  });
  return `${lines.join('\n')}\n`;
};

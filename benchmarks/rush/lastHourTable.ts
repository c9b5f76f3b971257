import { median } from '../timed.ts';
import type { RushRound } from './rushRound.ts';
import { rushSteps } from './rushSteps.ts';

/** What several rounds took: the median of each number, with its lowest and highest. */
export function lastHourTable(rounds: readonly RushRound[]): string {
  const over = (numberOf: (round: RushRound) => number): string => {
    const numbers = rounds.map(numberOf);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return `${round0(median(numbers))} (${round0(low)} to ${round0(high)})`;
  };
  const errors = rounds.flatMap((round) => round.errors);
  const row = (name: string, of: (round: RushRound) => readonly number[]): string =>
    `| ${name} | ${[0.5, 0.99, 1].map((part) => over((round) => quantile(of(round), part))).join(' | ')} |`;
  const everything = (round: RushRound): number[] => [...round.took.values()].flat();
  return `| asked for | median, ms | of 100 the slowest, ms | slowest of all, ms |
| --- | --- | --- | --- |
${rushSteps.map((step) => row(step, (round) => round.took.get(step) ?? [])).join('\n')}
${row('all', everything)}

| | |
| --- | --- |
| answers a second | ${over((round) => everything(round).length / round.seconds)} |
| hello, answers a second | ${over(({ helloASecond }) => helloASecond)} |
| time of the processor for an answer, ms | ${over(({ processorMs }) => processorMs)} |
| the server's memory at its most, MB | ${over(({ memory }) => memory)} |
| errors | ${errors.length}${errors.length === 0 ? '' : `: ${[...new Set(errors)].slice(0, 5).join('; ')}`} |`;
}

const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;

const round0 = (number: number): string => number.toFixed(number < 20 ? 1 : 0);

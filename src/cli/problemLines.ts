import type { Problem } from '../core/preflight/problem.ts';
import type { Severity } from '../core/preflight/rule.ts';
import { visible, visibleName } from '../core/visible.ts';
import { columnsOf } from './columnsOf.ts';
import type { Face, Tone } from './face.ts';
import { folded } from './folded.ts';

const WORDS: Readonly<Record<Severity, readonly [word: string, tone: Tone]>> = {
  error: ['error', 'fails'],
  warning: ['warning', 'unknown'],
  note: ['question', 'strong'],
};

/**
 * A problem as a good compiler prints one: what, the place with a caret, why it matters, what to do, where it is
 * written. `isFirst`: of its rule; the others leave out what would only be said again.
 */
export const problemLines = (
  problem: Problem,
  { paint, width }: Pick<Face, 'paint' | 'width'>,
  isFirst = true,
): string[] => {
  const [word, tone] = WORDS[problem.severity];
  const gutter = String(problem.place.line).length;
  const blank = ' '.repeat(gutter);
  const [first = '', ...more] = folded(visible(problem.what), width - word.length - 2);
  const inTree =
    problem.path === undefined
      ? ''
      : ` (${visibleName(problem.path)}${problem.line === undefined ? '' : `:${problem.line}`})`;
  const place = `${visibleName(problem.place.file)}:${problem.place.line}`;
  const said = (mark: string, text: string): string[] =>
    folded(visible(text), width - gutter - 10).map(
      (line, at) =>
        `${blank} ${at === 0 && mark !== '' ? paint('soft', `= ${mark}`.padEnd(8)) : ' '.repeat(8)} ${line}`,
    );
  const { source } = problem;
  return [
    `${paint(tone, word)}: ${paint('strong', first)}`,
    ...more.map((line) => `${' '.repeat(word.length + 2)}${paint('strong', line)}`),
    `${blank}${paint('soft', '-->')} ${place}${inTree}  ${paint('soft', `[${problem.rule}]`)}`,
    ...excerpt(problem, gutter, { paint, width }, tone),
    ...(isFirst ? said('why', problem.why) : []),
    ...(isFirst || problem.next !== '' ? said('next', problem.next) : []),
    ...(isFirst && source ? said('read', `${source.file}, "${source.heading}", line ${source.line}`) : []),
    ...(isFirst && source?.words ? said('', `“${source.words}”`) : []),
    ...(problem.turnedOff === undefined ? [] : said('off', `turned off for this patch: ${problem.turnedOff}`)),
  ];
};

/** The line with the part that is meant underlined; of a long line, what is around it. */
const excerpt = (
  { text, span, place }: Problem,
  gutter: number,
  { paint, width }: Pick<Face, 'paint' | 'width'>,
  tone: Tone,
): string[] => {
  const room = Math.max(20, width - gutter - 5);
  const shown = around(visible(text).replace(/\t/g, '        '), spanIn(text, span), room);
  const blank = ' '.repeat(gutter);
  const line = `${paint('soft', `${place.line} |`)} ${shown.text}`;
  if (shown.text.trim() === '') return [line];
  if (!span) return [`${blank} ${paint('soft', '|')}`, line];
  const carets = '^'.repeat(Math.max(1, columnsOf(shown.text.slice(shown.from, shown.to))));
  return [
    `${blank} ${paint('soft', '|')}`,
    line,
    `${blank} ${paint('soft', '|')} ${' '.repeat(columnsOf(shown.text.slice(0, shown.from)))}${paint(tone, carets)}`,
  ];
};

/** A span after each tab became eight blanks. */
const spanIn = (text: string, [start, end]: readonly [number, number] = [0, 0]): readonly [number, number] => {
  const grown = (at: number): number => at + 7 * (text.slice(0, at).split('\t').length - 1);
  return [grown(start), grown(end)];
};

const around = (text: string, [start, end]: readonly [number, number], room: number) => {
  if (text.length <= room) return { text, from: start, to: end };
  const from = Math.max(0, Math.min(start - Math.floor(room / 3), text.length - room));
  const cut = text.slice(from, from + room);
  const before = from > 0 ? '…' : '';
  const after = from + room < text.length ? '…' : '';
  const shown = before + cut.slice(before.length, cut.length - after.length) + after;
  return { text: shown, from: start - from, to: Math.min(end - from, shown.length) };
};

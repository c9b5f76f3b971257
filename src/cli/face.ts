import { styleText } from 'node:util';
import type { Verdict } from '../core/verdict.ts';
import type { Host } from '../edge/host.ts';

/** What a command prints with. Results go to `say`, what is only for the person at a terminal to `progress`. */
export interface Face {
  readonly host: Host;
  readonly json: boolean;
  /** One line of the result, on standard output. */
  say(line?: string): void;
  /** Bytes of the result as they are; a terminal gets them as text that cannot move its cursor. */
  bytes(bytes: Uint8Array): void;
  /** Errors, unknowns and one line a phase: standard error, always. */
  note(line: string): void;
  /** A line that the next one replaces: standard error, and only on a terminal. */
  progress(line: string): void;
  readonly paint: Paint;
  /** Columns of the terminal; none where there is no terminal. */
  readonly columns: number | undefined;
  /** Columns for sentences: those of the terminal, at most 100. */
  readonly width: number;
}

export type Tone = 'strong' | 'soft' | 'leaf' | 'fails' | 'unknown' | 'added' | 'removed' | 'site';
export type Paint = (tone: Tone, text: string) => string;

const STYLES: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  strong: 'bold',
  soft: 'dim',
  leaf: 'green',
  fails: 'red',
  unknown: 'yellow',
  added: 'green',
  removed: 'red',
  site: 'underline',
};

/** Colour only repeats what marks and words say. */
export const createPaint =
  (isColoured: boolean): Paint =>
  (tone, text) =>
    isColoured ? styleText(STYLES[tone], text, { validateStream: false }) : text;

/** `--color`, then NO_COLOR, then whether standard output is a terminal. */
export const isColoured = (wish: string | undefined, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean => {
  if (wish === 'always') return true;
  if (wish === 'never') return false;
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
};

const MARKS = { holds: '✓', fails: '✗', unknown: '?' } as const;

/** A verdict as it is written everywhere: its mark and its word. */
export const verdictWords = (paint: Paint, verdict: Verdict): string =>
  paint(verdict === 'holds' ? 'leaf' : verdict, `${MARKS[verdict]} ${verdict}`);

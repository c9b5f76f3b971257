import { html } from 'hono/html';
import type { Verdict } from '../../core/verdict.ts';
import type { Markup } from './markup.ts';

/** What a mark says beside the verdicts: whose turn it is, or how far a fix is. */
export type Tone = Verdict | 'yours' | 'theirs' | 'plain';

const MARKS: Readonly<Record<Tone, string>> = {
  holds: '✓',
  fails: '✗',
  unknown: '?',
  yours: '→',
  theirs: '…',
  plain: '',
};

/** A word with its mark; the colour only repeats them. */
export const verdictMark = (tone: Tone, words: string = tone): Markup =>
  html`<span class="mark ${tone}">${
    MARKS[tone] === ''
      ? ''
      : html`<span
aria-hidden="true">${MARKS[tone]}</span> `
  }${words}</span>`;

const FIXES = { ready: 'holds', 'by hand': 'unknown', refused: 'fails' } as const;

export const fixMark = (fix: keyof typeof FIXES): Markup => verdictMark(FIXES[fix], fix);

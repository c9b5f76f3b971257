import { html } from 'hono/html';
import type { Severity } from '../../core/preflight/rule.ts';
import type { Markup } from './markup.ts';

/** How a problem weighs: its word with its mark; the colour only repeats them. */
export const SEVERITIES = {
  error: { tone: 'fails', mark: '✗', word: 'error' },
  warning: { tone: 'unknown', mark: '!', word: 'warning' },
  note: { tone: 'plain', mark: '?', word: 'question' },
} as const satisfies Readonly<Record<Severity, object>>;

export const severityMark = (severity: Severity): Markup => {
  const { tone, mark, word } = SEVERITIES[severity];
  return html`<span class="mark ${tone}"><span aria-hidden="true">${mark}</span> ${word}</span>`;
};

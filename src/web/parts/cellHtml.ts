import { html } from 'hono/html';
import type { CardRow } from '../../core/subsystem/cardRows.ts';
import { commandHtml } from './commandHtml.ts';
import { type Markup, nothing, seen } from './markup.ts';
import { verdictMark } from './verdictMark.ts';

/** What one row of a card says: its figure with its mark, the reasons, and for an unknown what would settle it. */
export const cellHtml = ({ text, verdict, more = [], settle }: CardRow): Markup => html`
${verdict === undefined ? nothing : html`${verdictMark(verdict)} `}${text === '' ? nothing : seen(text)}
${more.filter((line) => line !== '').map((line) => html`<div class="soft small">${seen(line)}</div>`)}
${settle === undefined ? nothing : settleHtml(settle)}`;

const settleHtml = (command: string): Markup =>
  html`<details class="small"><summary>what would settle it</summary>${commandHtml(command)}</details>`;

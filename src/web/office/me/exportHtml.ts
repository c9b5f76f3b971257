import { html } from 'hono/html';
import type { Exported } from '../../../office/privacy/exportPerson.ts';
import { type Markup, seen } from '../../parts/markup.ts';

/** Everything, as a page that prints well. */
export const exportHtml = ({ kinds, log }: Exported): Markup => html`
${kinds.map(
  ({ what, rows }) =>
    html`<section><h2>${what}</h2>${rows.map((row) => html`<dl class="facts">${facts(row)}</dl>`)}</section>`,
)}
<section><h2>What the log of decisions has</h2>
<ul>${log.map((row) => html`<li>${text(row['at'])}: ${text(row['kind'])}</li>`)}</ul></section>`;

const facts = (row: Readonly<Record<string, unknown>>): Markup[] =>
  Object.entries(row).map(
    ([name, value]) => html`<dt>${name.replaceAll('_', ' ')}</dt>
<dd class="said">${name === 'bytes' ? 'in the file' : seen(text(value))}</dd>`,
  );

const text = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

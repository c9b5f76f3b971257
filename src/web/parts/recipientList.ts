import { html } from 'hono/html';
import { becauseWords } from '../../core/maintainers/becauseWords.ts';
import { ownRole } from '../../core/maintainers/ownRole.ts';
import type { Because, Recipient } from '../../core/maintainers/recipient.ts';
import { type Markup, nothing, seen } from './markup.ts';

/** Who gets it, as what, below what brings them: the section and its line, the history. */
export const recipientList = (recipients: readonly Recipient[]): Markup => {
  if (recipients.length === 0) return html`<p class="card pad">MAINTAINERS names nobody for this.</p>`;
  const groups = Map.groupBy(recipients, ({ because }) => headOf(because[0]));
  return html`<ul class="card plain">${[...groups].map(
    ([head, people]) => html`<li>${headHtml(head)}<ul class="plain">${people.map(person)}</ul></li>`,
  )}</ul>`;
};

const headOf = (because: Because | undefined): string => {
  if (because === undefined) return 'Named by the script';
  return because.kind === 'section'
    ? `${because.section}\n${because.pattern} (${because.file}:${because.line})`
    : becauseWords(because);
};

const headHtml = (head: string): Markup => {
  const [title = '', why] = head.split('\n');
  return html`<h3 class="small">${seen(title)}</h3>${
    why === undefined
      ? nothing
      : html`<code
class="small soft block">${seen(why)}</code>`
  }`;
};

/** `maintainer` of `maintainer:BTRFS FILE SYSTEM`: the section stands above already. */
const person = ({ name, address, role, header }: Recipient): Markup =>
  html`<li class="person"><span class="soft small">${header}</span> <span
title="${seen(address)}">${seen(name === '' ? address : name)}</span>
<span class="soft small">${seen(ownRole(role))}</span></li>\n`;

import { html } from 'hono/html';
import { visible } from '../../core/visible.ts';

/** A piece of a page. Made by html`…`, which escapes whatever is put into it. */
export type Markup = ReturnType<typeof html>;

/** Text of a tree, a mail or a tool: what could hide or turn a line around is shown as a sign. */
export const seen = (text: string): string => visible(text);

export const nothing: Markup = html``;

import { html } from 'hono/html';

/** The way back from what belongs to a person's own room. */
export const youTrail = html`<a href="/me">You</a>`;

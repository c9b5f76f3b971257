import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { StatusCode } from 'hono/utils/http-status';
import { agoWords } from '../../parts/agoWords.ts';
import { type Content, page, type Theme } from '../../parts/page.ts';
import type { Desk } from './desk.ts';
import { asides, rooms } from './rooms.ts';

/** A page of the workbench; `here` is the room that it belongs to. */
export interface Shown extends Content {
  readonly here: string;
  readonly status?: StatusCode;
}

export const show = (
  c: Context,
  desk: Desk,
  { here, status = 200, ...content }: Shown,
): Response | Promise<Response> => {
  c.status(status);
  const frame = { rooms, asides, here, foot: footOf(desk), keys, theme: themeOf(c), version: desk.assets.version };
  return c.html(page(frame, content));
};

const keys = [
  { key: '/', does: 'Search' },
  { key: 'w', does: 'Write the why' },
];

export const themeOf = (c: Context): Theme => {
  const kept = getCookie(c, 'theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

const footOf = ({ tree, standing, hasHistory, sites, host }: Desk): string[] => {
  const { found, job } = sites.look();
  const kind = standing.standing === 'unknown' ? 'a copy of unknown age' : standing.standing;
  return [
    tree.name,
    `${kind}, ${hasHistory ? 'with history' : 'no history'}`,
    job ? 'scanning now' : found ? `scanned ${agoWords(found.at, host.now())}` : 'not scanned',
  ];
};

import { Hono } from 'hono';
import type { Assets } from '../../edge/web/assets.ts';

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#23694a"/>'
  + '<path d="M16 8v16M8 16h16" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>';

/** Style, client code and fonts, to be kept for ever: what changes has another address. */
export const assetPage = (assets: Assets): Hono =>
  new Hono().get('/assets/:version/:name', (c) => {
    const { version, name } = c.req.param();
    c.header('cache-control', version === assets.version ? 'public, max-age=31536000, immutable' : 'no-store');
    if (name === 'mark.svg') return c.body(MARK, 200, { 'content-type': 'image/svg+xml' });
    const asset = assets.files.get(name);
    return asset ? c.body(asset.bytes, 200, { 'content-type': asset.type }) : c.notFound();
  });

import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { shellCommand } from '../../../edge/shellCommand.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Desk } from '../frame/desk.ts';
import { show, themeOf } from '../frame/show.ts';
import { foldersHtml, gitSettingsHtml, settingsHeadline } from './settingsHtml.ts';
import { showSettings } from './showSettings.ts';
import { themeFrom, themeHtml } from './themeHtml.ts';
import { otherTreesHtml, treeHtml } from './treesHtml.ts';

/** `/settings`: what Patchling works by, and where each comes from. */
export const settingsPage = (desk: Desk): Hono => {
  const { host, tree, standing } = desk;
  const open = (folder: string): string => shellCommand([host.command, 'web', '--tree', folder]);
  return new Hono()
    .get('/settings', async (c) => {
      const settings = await showSettings(host, tree);
      return show(c, desk, {
        here: '/settings',
        title: 'Settings',
        headline: settingsHeadline(settings),
        lede: 'Patchling keeps no settings of its own: it reads git’s, and never changes them. Passwords are not shown.',
        body: html`<h2>From git</h2>${gitSettingsHtml(settings)}
<h2>Light and dark</h2>${themeHtml(themeOf(c))}
<h2>This tree</h2>${treeHtml(tree, standing)}
<h2>Other trees</h2>${otherTreesHtml(settings.otherTrees, open, host.now())}
<h2>Folders</h2>${foldersHtml(settings)}`,
      });
    })
    .post('/settings/theme', async (c) => {
      const { theme } = await sentForm(c);
      setCookie(c, 'theme', themeFrom(theme), {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: 60 * 60 * 24 * 365,
      });
      return c.redirect('/settings', 303);
    });
};

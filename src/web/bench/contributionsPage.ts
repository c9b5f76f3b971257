import { Hono } from 'hono';
import { lookAtWork } from '../../bench/lookAtWork.ts';
import { contributionsHtml } from './contributionsHtml.ts';
import type { Desk } from './desk.ts';
import { show } from './show.ts';

export const contributionsPage = (desk: Desk): Hono =>
  new Hono().get('/contributions', async (c) => {
    const work = await lookAtWork(desk.host, desk.tree.folder);
    return show(c, desk, { here: '/contributions', ...contributionsHtml(work, desk.host.now()) });
  });

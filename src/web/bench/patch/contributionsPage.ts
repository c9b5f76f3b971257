import { Hono } from 'hono';
import { lookAtWork } from '../../../bench/lookAtWork.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { contributionsHtml } from './contributionsHtml.ts';

export const contributionsPage = (desk: Desk): Hono =>
  new Hono().get('/contributions', async (c) => {
    const work = await lookAtWork(desk.host, desk.tree.folder);
    return show(c, desk, { here: '/contributions', ...contributionsHtml(work, desk.host.now()) });
  });

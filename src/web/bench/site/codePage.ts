import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { codeRows } from '../../../core/patch/codeRows.ts';
import { Trouble } from '../../../core/trouble.ts';
import { codeTable } from '../../parts/codeTable.ts';
import { seen } from '../../parts/markup.ts';
import { pager } from '../../parts/pager.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { readPlace } from './siteAddress.ts';

const PER_PAGE = 200;

/** `/code?path=mm/slub.c&line=73`: a file of the tree, two hundred lines at a time. */
export const codePage = (desk: Desk): Hono =>
  new Hono().get('/code', async (c) => {
    const { path, line } = readPlace(`${c.req.query('path') ?? ''}:${c.req.query('line') ?? '1'}`);
    return showCode(c, desk, path, Math.max(1, line));
  });

const showCode = async (c: Context, { ...desk }: Desk, path: string, line: number): Promise<Response> => {
  const { host, tree } = desk;
  const bytes = host.trees.isFolder(tree.folder, path) ? undefined : host.trees.bytes(tree.folder, path);
  if (!bytes)
    throw new Trouble('input', { what: `The tree has no file ${path} that could be read.`, where: tree.folder });
  const text = Buffer.from(bytes).toString('latin1');
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const pages = Math.max(1, Math.ceil(lines / PER_PAGE));
  const page = Math.min(pages, Math.ceil(line / PER_PAGE));
  const { colour } = await host.openColourer();
  const first = (page - 1) * PER_PAGE + 1;
  const rows = codeRows({ text, first, last: Math.min(lines, page * PER_PAGE), edits: [], colour });
  return show(c, desk, {
    here: '/find',
    title: path,
    trail: html`<a href="/find?under=${encodeURIComponent(path)}&amp;fix=all">Places in this file</a>`,
    headline: seen(path),
    lede: `${lines} ${lines === 1 ? 'line' : 'lines'}`,
    body: html`<section class="card code-card"
aria-label="The code">${codeTable(rows, `${path}, from line ${first}`)}</section>
${pager(page, pages, (to) => codeAddress(path, (to - 1) * PER_PAGE + 1))}`,
  });
};

export const codeAddress = (path: string, line: number): string =>
  `/code?${new URLSearchParams({ path, line: String(line) })}`;

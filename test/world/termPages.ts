import assert from 'node:assert/strict';
import type { Hono } from 'hono';
import { createOfficeApp } from '../../src/web/office/frame/createOfficeApp.ts';
import type { Env, FrontDesk } from '../../src/web/office/frame/frontDesk.ts';
import { madeSession } from './officeDesk.ts';
import type { TermWorld } from './termWorld.ts';

/** The programme's pages of a term, asked for as somebody who is signed in. */
export const termPages = (
  { office, term }: Pick<TermWorld, 'office' | 'term'>,
  more: Pick<FrontDesk, 'judge'> = {},
) => {
  const mistakes: Error[] = [];
  const app: Hono<Env> = createOfficeApp({
    ...more,
    ...{ office, assets: { files: new Map(), version: 'test' }, others: [] },
    sessionOf: async (request) => {
      const person = request.headers.get('x-person');
      return person === null || person === '' ? undefined : { ...madeSession, person };
    },
    noteMistake: (_, error) => void mistakes.push(error),
  });
  const origin = office.address;
  const at = `/${term.programme.slug}/${term.slug}`;
  const headers = (who: Who) => ({ host: new URL(origin).host, origin, 'x-person': who?.id ?? '' });
  const ask = async (who: Who, path: string, init: RequestInit = {}) => {
    const answer = await app.request(origin + (path.startsWith('//') ? path.slice(1) : at + path), {
      ...init,
      headers: { ...headers(who) },
    });
    assert.deepEqual(mistakes, []);
    return answer;
  };
  return {
    at,
    app,
    get: (who: Who, path: string) => ask(who, path),
    text: async (who: Who, path: string) => (await ask(who, path)).text(),
    /** A form, as a browser sends it; with files it is one of many parts. */
    post: (who: Who, path: string, fields: Readonly<Record<string, string | readonly File[]>>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        if (typeof value === 'string') form.append(name, value);
        else for (const file of value) form.append(name, file);
      }
      return ask(who, path, { method: 'POST', body: form });
    },
  };
};

type Who = { readonly id: string } | undefined;

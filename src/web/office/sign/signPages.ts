import { Hono } from 'hono';
import type { Env } from '../frame/frontDesk.ts';
import { addressPage } from './addressPage.ts';
import { askPage } from './askPage.ts';
import { linkPage } from './linkPage.ts';
import { newPasskeyPage } from './newPasskeyPage.ts';
import { passkeyPage } from './passkeyPage.ts';
import { sessionsPage } from './sessionsPage.ts';
import type { SignHouse } from './signHouse.ts';
import { tokensPage } from './tokensPage.ts';

/**
 * Coming in, going out, and what one comes in with: `/sign-in`, `/sign-out`, and `sessions`, `passkeys`, `address`, `tokens`
 * below `/me`.
 */
export const signPages = (house: SignHouse): Hono<Env> => {
  const app = new Hono<Env>();
  const pages = [askPage, linkPage, passkeyPage, newPasskeyPage, sessionsPage, addressPage, tokensPage];
  for (const one of pages) app.route('/', one(house));
  return app;
};

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Kysely } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import type { Schema } from '../src/edge/db/schema.ts';
import { newWindow, noBrowser, startBrowser } from './world/browser.ts';
import { withDatabase } from './world/programmeDatabase.ts';
import { givePerson, type SignInHouse, signInHouse } from './world/signInHouse.ts';
import { virtualKey } from './world/virtualKey.ts';
import { axeFinds } from './world/visitor.ts';

const options = { skip: noBrowser };
let browser: Promise<Browser> | undefined;
after(async () => (await browser)?.close());

/** A window with a key of its own. */
const openWindow = async (): Promise<Page> => {
  browser ??= startBrowser();
  const { page } = await newWindow(await browser);
  page.setDefaultTimeout(5000);
  await virtualKey(page);
  return page;
};

const byLink = async (page: Page, house: SignInHouse, address: string): Promise<void> => {
  await page.goto(`${house.origin}/sign-in`);
  await page.getByLabel('Mail address').fill(address);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await isAt(page, '/sign-in/sent');
  await page.goto(house.links.at(-1)?.url ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const byPasskey = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/sign-in/passkey?to=/me/sessions`);
  await page.getByRole('button', { name: 'Use my passkey' }).click();
};

const isAt = (page: Page, path: string): Promise<void> => page.waitForURL(({ pathname }) => pathname === path);

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await isAt(page, '/sign-in');
};

const levels = async (db: Kysely<Schema>): Promise<readonly string[]> =>
  (await db.selectFrom('session').select('level').orderBy('created_at').execute()).map(({ level }) => level);

/** A mentor whose first link registered a passkey. */
const mentor = async (house: SignInHouse, db: Kysely<Schema>): Promise<{ page: Page; person: string }> => {
  const person = await givePerson(db, 'mentor@example.org');
  house.roles.set(person, ['mentor']);
  const page = await openWindow();
  await byLink(page, house, 'mentor@example.org');
  await isAt(page, '/me/passkeys/new');
  return { page, person };
};

interface Scene {
  readonly house: SignInHouse;
  readonly db: Kysely<Schema>;
  readonly page: Page;
  readonly person: string;
}

test('passkeys', options, (t) =>
  withDatabase(t, async ({ db }) => {
    const house = await signInHouse(t, db);
    const elsewhere = await signInHouse(t, db, house.origin);
    const scene = { house, db, ...(await mentor(house, db)) };
    await t.test('a mentor’s first link leads to registering one, and nowhere else', () => registers(scene));
    await t.test('it signs in without anything being typed', () => signsIn(scene));
    await t.test('afterwards a link alone lets nobody in', () => keepsThievesOut(scene));
    await t.test('an answer given at another address is refused', () => refusesElsewhere(scene, elsewhere.origin));
    await t.test('a former answer, and one of a copied key, are refused', () => refusesCopies(scene));
    await t.test('they are named and removed, with their sessions; a mentor keeps the last', () => removes(scene));
  }),
);

const registers = async ({ house, db, page }: Scene): Promise<void> => {
  await page.goto(`${house.origin}/me/sessions`); // not yet: back to the passkey
  await isAt(page, '/me/passkeys/new');
  await page.getByLabel('What you call it').fill('the laptop');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await isAt(page, '/me/sessions');
  assert.deepEqual(await levels(db), ['passkey']);
  assert.equal(house.notices.at(-1)?.kind, 'passkey added');
  assert.deepEqual(await axeFinds(page), []);
};

const signsIn = async ({ house, db, page }: Scene): Promise<void> => {
  await signOut(page);
  assert.deepEqual(await levels(db), []);
  await byPasskey(page, house.origin);
  await isAt(page, '/me/sessions');
  assert.deepEqual(await levels(db), ['passkey']);
};

/** They read the mentor's mail, and have a key of their own. */
const keepsThievesOut = async ({ house }: Scene): Promise<void> => {
  const page = await openWindow();
  await byLink(page, house, 'mentor@example.org');
  await isAt(page, '/sign-in/passkey');
  for (const at of ['/me/sessions', '/me/passkeys/new', '/me/address']) {
    await page.goto(house.origin + at);
    await isAt(page, '/sign-in/passkey');
  }
  const refused = await page.evaluate(async () => (await fetch('/me/passkeys/options', { method: 'POST' })).status);
  assert.equal(refused, 403);
  await page.getByRole('button', { name: 'Use my passkey' }).click();
  await page.getByText('Nothing was chosen on the device').waitFor();
  await page.close();
};

/** As a page that passes answers on to the real one. */
const refusesElsewhere = async ({ db, page }: Scene, origin: string): Promise<void> => {
  await db.deleteFrom('session').execute();
  await byPasskey(page, origin);
  await page.getByText('This passkey was not taken').waitFor();
  assert.deepEqual(await levels(db), []);
};

const refusesCopies = async ({ house, db, page }: Scene): Promise<void> => {
  const sent = page.waitForRequest((request) => request.method() === 'POST' && /passkey$/.test(request.url()));
  await byPasskey(page, house.origin);
  const body = (await sent).postData() ?? '';
  await isAt(page, '/me/sessions');
  const again = await page.evaluate(
    async (fields) => (await fetch('/sign-in/passkey', { method: 'POST', body: new URLSearchParams(fields) })).status,
    body,
  );
  assert.equal(again, 403);
  await db.updateTable('passkey').set({ counter: 1_000_000 }).execute();
  await byPasskey(page, house.origin);
  await page.getByText('This passkey was not taken').waitFor();
  assert.equal(Number((await db.selectFrom('passkey').select('counter').executeTakeFirst())?.counter), 1_000_000);
  await db.updateTable('passkey').set({ counter: 0 }).execute();
};

const removes = async ({ house, db, page, person }: Scene): Promise<void> => {
  await page.goto(`${house.origin}/me/sessions`);
  await page.getByLabel('Name of the passkey').fill('<b>the key</b>');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Remove the passkey <b>the key</b>' }).click();
  await page.getByText('This is your last passkey').waitFor();
  house.roles.set(person, ['mentee']); // then it is theirs to remove
  await page.getByRole('button', { name: 'Remove the passkey <b>the key</b>' }).click();
  await isAt(page, '/sign-in');
  assert.deepEqual(await levels(db), []);
  assert.equal(house.notices.at(-1)?.kind, 'passkey removed');
};

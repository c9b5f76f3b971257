import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import fc from 'fast-check';
import { drawnJson, type JsonSchema } from '../../../../test/world/drawnJson.ts';
import { type OfficeWorld, withOffice } from '../../../../test/world/programmeOffice.ts';
import { roleToken } from '../../../core/programme/role.ts';
import { startApplication } from '../../../office/apply/startApplication.ts';
import { makeTask } from '../../../office/tasks/makeTask.ts';
import { createApi } from './createApi.ts';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>
  >;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const ALL = ['tasks:read', 'tasks:submit'];

/** An API with a mentor, an applicant and a task, each bearer known by a word. */
async function served(t: TestContext, { office, term, someone, again }: OfficeWorld) {
  const lead = await someone('Lee', 'lead mentor');
  const mentor = await someone('Mia', 'mentor');
  const ada = await someone('Ada');
  await startApplication(office, ada, { term });
  const applicant = await again(ada);
  const deadline = new Date(office.now().getTime() + 20 * 86_400_000);
  const made = await makeTask(office, lead, {
    ...{ term, slug: 'boot', title: 'Boot a kernel', words: '# Boot it', release: 'at once', releaseAt: null },
    ...{ deadline, required: true },
  });
  assert.notEqual(made.kind, 'refused', JSON.stringify(made));
  const bearers = new Map([
    ['Bearer applicant', { asker: applicant, scopes: ALL }],
    ['Bearer reader', { asker: applicant, scopes: ['tasks:read'] }],
    ['Bearer role', { asker: roleToken('made', term, 'mentor'), scopes: ALL }],
    ['Bearer mentor', { asker: mentor, scopes: ALL }],
  ]);
  const assets = { files: new Map(), version: 'test' };
  return createApi({
    ...{ office, assets, version: '0', sessionOf: async () => undefined },
    noteMistake: (_, error) => t.diagnostic(`a mistake: ${error.stack}`),
    bearerOf: async (authorization) => bearers.get(authorization ?? ''),
  });
}

const sent = (token: string, body?: unknown): RequestInit => ({
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
});

test('a program reads its tasks, hands in once, and gets its place; others get nothing', async (t) =>
  withOffice(t, async (world) => {
    const api = await served(t, world);
    const at = `/terms/${world.term}`;
    const status = async (path: string, init?: RequestInit) => (await api.request(path, init)).status;
    assert.equal(await status(`${at}/tasks`), 401);
    assert.equal(await status(`${at}/tasks/boot/submissions`, sent('reader', { key: 'abcdefgh' })), 403);
    assert.equal(await status(`${at}/queue`, sent('applicant')), 404);
    const body = { key: 'abcdefgh', statement: 'it boots', files: [{ name: 'log', base64: 'aGVsbG8=' }] };
    const one = await api.request(`${at}/tasks/boot/submissions`, sent('applicant', body));
    const two = await api.request(`${at}/tasks/boot/submissions`, sent('applicant', body));
    assert.deepEqual([one.status, two.status], [201, 201]);
    assert.deepEqual(await two.json(), await one.json());
    const [task] = (await (await api.request(`${at}/tasks`, sent('applicant'))).json()) as {
      attempts: unknown[];
      state: string;
    }[];
    assert.deepEqual([task?.state, task?.attempts.length], ['waiting for a mentor', 1]);
    const queue = (await (await api.request(`${at}/queue`, sent('mentor'))).json()) as Record<string, unknown>[];
    assert.deepEqual(
      queue.map(({ task: slug }) => slug),
      ['boot'],
    );
    assert.ok(!JSON.stringify(queue).includes('Ada'));
    // The token of a role is nobody: it reads what mentors read together, and hands nothing in.
    assert.deepEqual(await (await api.request(`${at}/queue`, sent('role'))).json(), queue);
    assert.equal(await status(`${at}/tasks/boot/submissions`, sent('role', { ...body, key: 'role-key' })), 404);
    assert.equal(await status(`${at}/tasks`, sent('role')), 404);
    assert.equal(await status('/me', sent('role')), 404);
  }));

const RUNS = Number(process.env['PATCHLING_REQUESTS'] ?? 150);

test('whatever is sent to any address of the document, the answer is one that it names', async (t) =>
  withOffice(t, async (world) => {
    const api = await served(t, world);
    const document = (await (await api.request('/openapi.json')).json()) as Document;
    assert.equal(document.openapi, '3.1.0');
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    assert.ok(operations.length >= 6);
    const counts = new Map<number, number>();
    const request = fc.constantFrom(...operations).chain((one) => {
      const schema = one.operation.requestBody?.content['application/json']?.schema;
      return fc.record({
        one: fc.constant(one),
        token: fc.constantFrom('applicant', 'reader', 'mentor', 'nobody'),
        term: fc.oneof(fc.constant(world.term), fc.string({ minLength: 1, maxLength: 70, unit: 'binary' })),
        slug: fc.oneof(fc.constant('boot'), fc.string({ minLength: 1, maxLength: 70 })),
        body: schema ? drawnJson(schema, document.components.schemas) : fc.constant(undefined),
        isCut: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
      });
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ one, token, term, slug, body, isCut }) => {
        const path = one.path
          .replace('{term}', encodeURIComponent(term.toWellFormed()))
          .replace('{slug}', encodeURIComponent(slug.toWellFormed()));
        const whole = body === undefined ? undefined : JSON.stringify(body);
        const init = { ...sent(token), method: one.method.toUpperCase() };
        const answer = await api.request(path, {
          ...init,
          ...(whole === undefined ? {} : { body: isCut ? whole.slice(0, whole.length / 2) : whole }),
        });
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
        assert.ok(answer.status < 500, `${one.method} ${path}: ${answer.status} ${await answer.clone().text()}`);
        // An empty or dotted name in an address leads elsewhere: then it is the one answer for all that is not there.
        const named = Object.keys(one.operation.responses);
        assert.ok(answer.status === 404 || named.includes(String(answer.status)), `${path}: ${answer.status}`);
        assert.equal(typeof (await answer.json()), 'object');
      }),
      { numRuns: RUNS, seed: Number(process.env['SEED'] ?? 2026) },
    );
    const told = [...counts].toSorted().map(([status, count]) => `${status}: ${count}`);
    t.diagnostic(`${RUNS} requests; ${told.join(', ')}`);
  }));

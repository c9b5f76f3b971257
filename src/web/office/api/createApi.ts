import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { type Asker, isRoleToken } from '../../../core/programme/role.ts';
import { isAway } from '../../../edge/db/isAway.ts';
import { looksOf } from '../../../office/evidence/looksOf.ts';
import { nonceOf } from '../../../office/evidence/nonceOf.ts';
import { evidenceOf } from '../../../office/evidence/setEvidence.ts';
import { listQueue } from '../../../office/queue/listQueue.ts';
import { readOwnTask, readTasks } from '../../../office/tasks/readTasks.ts';
import { submitTask } from '../../../office/tasks/submitTask.ts';
import { readTerms } from '../../../office/term/readTerms.ts';
import type { FrontDesk } from '../frame/frontDesk.ts';
import { noteVain } from '../frame/noteInVain.ts';
import { termAddress } from '../frame/termAddress.ts';
import { apiSchemas } from './apiSchemas.ts';
import { receivedJson, taskJson } from './taskJson.ts';

/** Whoever a token stands for, and what the token may be used for. */
export interface TokenBearer {
  readonly asker: Asker;
  readonly scopes: readonly string[];
}

export interface ApiDesk extends FrontDesk {
  bearerOf(authorization: string | undefined): Promise<TokenBearer | undefined>;
  readonly version: string;
  /** A mistake of ours, for the server's log. */
  noteMistake(reference: string, error: Error): void;
}

const { id, Me, NewSubmission, Problem, QueueItem, Received, TaskOfMine, TaskWords, Term } = apiSchemas;

interface ApiEnv {
  Variables: { bearer: TokenBearer };
}

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

const refusals = {
  400: json(Problem, 'What was sent cannot be read'),
  401: json(Problem, 'There is no token, or it is none any more'),
  403: json(Problem, 'The token is not for this'),
  404: json(Problem, 'There is nothing like this for you'),
  409: json(Problem, 'It was not done, and why'),
};

const security = [{ token: [] }];
const inTerm = z.object({ term: id });
const inTask = inTerm.extend({ slug: z.string().regex(/^[a-z0-9-]{1,60}$/) });

/** `/api/v1`, for programs: the same verbs and the same permissions as the pages. */
export const createApi = (desk: ApiDesk): OpenAPIHono<ApiEnv> => {
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => (result.success ? undefined : c.json({ error: z.prettifyError(result.error) }, 400)),
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    ...{ type: 'http', scheme: 'bearer', description: 'A token that begins with plg_, made on the page “You”' },
  });
  const document = {
    ...{ openapi: '3.1.0', info: { title: 'Patchling programme', version: desk.version } },
    servers: [{ url: '/api/v1' }],
  };
  api.doc31('/openapi.json', document);
  api.use(async (c, next) => {
    if (c.req.path.endsWith('/openapi.json') || c.req.path.endsWith('/terms')) return next();
    const bearer = await desk.bearerOf(c.req.header('authorization'));
    const needed = c.req.method === 'GET' ? 'tasks:read' : 'tasks:submit';
    if (!bearer) return c.json({ error: 'Sign in with a token: Authorization: Bearer plg_…' }, 401);
    c.set('bearer', bearer);
    if (bearer.scopes.includes(needed)) await next();
    else c.res = c.json({ error: `This token is not for ${needed}.` }, 403);
    await noteVain(desk.office, isRoleToken(bearer.asker) ? undefined : bearer.asker.id, c);
    return undefined;
  });
  readRoutes(api, desk);
  wordsRoute(api, desk);
  submitRoute(api, desk);
  queueRoute(api, desk);
  api.onError(async (error, c) => {
    if (error instanceof HTTPException) return c.json({ error: `It cannot be read: ${error.message}` }, 400);
    if (await isAway(desk.office.db, error)) {
      return c.json({ error: 'The programme is away for a moment: try again.' }, 503, { 'retry-after': '5' });
    }
    const reference = desk.office.newId().slice(0, 8);
    desk.noteMistake(reference, error);
    return c.json({ error: `A mistake of ours; name ${reference} if you write to us about it.` }, 500);
  });
  api.notFound((c) =>
    c.json({ error: 'There is no such address.', next: 'GET /api/v1/openapi.json lists them.' }, 404),
  );
  return api;
};

function readRoutes(api: OpenAPIHono<ApiEnv>, desk: FrontDesk): void {
  const { office } = desk;
  api.openapi(
    createRoute({ method: 'get', path: '/terms', responses: { 200: json(z.array(Term), 'Terms that are public') } }),
    async (c) => {
      const terms = (await readTerms(office)).filter(({ isPublic }) => isPublic);
      const body = terms.map((term) => ({
        ...{
          id: term.id,
          programme: term.programme.name,
          name: term.name,
          address: office.address + termAddress(term),
        },
        ...{ opens_at: term.opensAt.toISOString(), closes_at: term.closesAt.toISOString() },
        ...{ tasks_until: term.tasksUntil.toISOString(), starts_at: term.startsAt.toISOString() },
        ends_at: term.endsAt.toISOString(),
      }));
      return c.json(body, 200);
    },
  );
  api.openapi(
    createRoute({
      method: 'get',
      path: '/me',
      security,
      responses: { 200: json(Me, 'Whose the token is'), ...refusals },
    }),
    async (c) => {
      const { id = '', roles } = c.get('bearer').asker;
      const person = await office.db
        .selectFrom('person')
        .select(['name', 'zone'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!person) return c.json({ error: 'This token is nobody’s.' }, 404);
      const held = [...roles].flatMap(([term, set]) => [...set].map((role) => ({ term, role })));
      return c.json({ id, ...person, roles: held }, 200);
    },
  );
  api.openapi(
    createRoute({
      ...{ method: 'get', path: '/terms/{term}/tasks', security, request: { params: inTerm } },
      responses: { 200: json(z.array(TaskOfMine), 'Your tasks, in their order'), ...refusals },
    }),
    async (c) => {
      const tasks = await readTasks(office, c.get('bearer').asker, c.req.valid('param'));
      return tasks ? c.json(tasks.map(taskJson), 200) : c.json({ error: 'You do not take part in this term.' }, 404);
    },
  );
}

function wordsRoute(api: OpenAPIHono<ApiEnv>, { office }: FrontDesk): void {
  api.openapi(
    createRoute({
      ...{ method: 'get', path: '/terms/{term}/tasks/{slug}', security, request: { params: inTask } },
      responses: { 200: json(TaskWords, 'The words of a task that you have reached'), ...refusals },
    }),
    async (c) => {
      const { asker } = c.get('bearer');
      const task = await readOwnTask(office, asker, c.req.valid('param'));
      if (!task || asker.id === undefined) return c.json({ error: 'There is no such task for you.' }, 404);
      const whose = { person: asker.id, task: task.standing.facts.task.id };
      const mark = (await evidenceOf(office, whose.task)) ? await nonceOf(office, whose) : null;
      return c.json({ words: task.words, mark }, 200);
    },
  );
}

function submitRoute(api: OpenAPIHono<ApiEnv>, desk: FrontDesk): void {
  const { office } = desk;
  api.openapi(
    createRoute({
      ...{ method: 'post', path: '/terms/{term}/tasks/{slug}/submissions', security },
      request: { params: inTask, body: { content: { 'application/json': { schema: NewSubmission } }, required: true } },
      responses: { 201: json(Received, 'It is kept, and stands in line'), ...refusals },
    }),
    async (c) => {
      const { asker } = c.get('bearer');
      const { term, slug } = c.req.valid('param');
      const { key, statement, files } = c.req.valid('json');
      const task = await readOwnTask(office, asker, { term, slug });
      if (!task) return c.json({ error: 'There is no such task for you.' }, 404);
      const sent = files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
      const order = { term, task: task.standing.facts.task.id, via: 'command', key, statement, files: sent } as const;
      const received = await submitTask(office, asker, order);
      if (received.kind === 'refused') return c.json({ error: received.because }, 409);
      await desk.lookAt?.(received.id);
      const looks = await looksOf(office, { task: order.task, person: asker.id ?? '' });
      return c.json(receivedJson(received, looks.get(received.id)), 201);
    },
  );
}

function queueRoute(api: OpenAPIHono<ApiEnv>, { office }: FrontDesk): void {
  api.openapi(
    createRoute({
      ...{ method: 'get', path: '/terms/{term}/queue', security, request: { params: inTerm } },
      responses: { 200: json(z.array(QueueItem), 'What waits for mentors, without names'), ...refusals },
    }),
    async (c) => {
      const { asker } = c.get('bearer');
      const { term } = c.req.valid('param');
      const queue = await listQueue(office, asker, { term, filter: { show: 'free', task: undefined } });
      if (!queue || !mayDo(asker, { do: 'read-queue', term }).may)
        return c.json({ error: 'There is no such queue for you.' }, 404);
      const items = queue.items.map(({ item, sooner }) => ({
        ...{ id: item.id, task: item.slug, attempt: item.attempt, received_at: item.receivedAt.toISOString() },
        ...{ late: item.late, sooner: [...sooner], taken: item.holder !== undefined },
      }));
      return c.json(items, 200);
    },
  );
}

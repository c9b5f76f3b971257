import { Hono } from 'hono';
import { listen } from '../../src/edge/web/listen.ts';

// The least that the same framework can answer: what the load tool, Node and the machine leave to the pages.
const app = new Hono().get('/', (c) => c.text('hello'));
const { port } = await listen((request) => app.fetch(request), Number(process.argv[2]));
process.stdout.write(`open at ${port}\n`);
process.once('SIGTERM', () => process.exit(0));

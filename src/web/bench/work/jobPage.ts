import { Hono } from 'hono';
import { html } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import type { Markup } from '../../parts/markup.ts';
import { seen } from '../../parts/markup.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { failureNote } from '../frame/troublePage.ts';
import type { Job } from './jobs.ts';

/** Long work: a page of its own, and the stream that its lines come by. A stream that broke goes on where it was. */
export const jobPage = (desk: Desk): Hono =>
  new Hono()
    .get('/jobs/:id', (c) => {
      const job = desk.jobs.get(c.req.param('id'));
      if (!job) return c.notFound();
      if (job.state === 'done') return c.redirect(job.at, 303);
      return show(c, desk, {
        here: '',
        title: job.title,
        headline: seen(job.title),
        lede: 'It goes on by itself: you may leave this page, and come back.',
        body: job.failure ? failureNote(job.failure) : jobBox(job, 'leave'),
        scripts: ['stream.js'],
      });
    })
    .get('/jobs/:id/events', (c) => {
      const job = desk.jobs.get(c.req.param('id'));
      if (!job) return c.body(null, 204); // tells the browser not to come back
      const heard = Number(c.req.header('last-event-id') ?? 0);
      return streamSSE(c, async (stream) => {
        await follow(job, Number.isSafeInteger(heard) ? heard : 0, stream);
      });
    });

type Stream = Parameters<Parameters<typeof streamSSE>[1]>[0];

const follow = async (job: Job, heard: number, stream: Stream): Promise<void> => {
  let told = heard;
  let wake = (): void => {};
  const stop = job.watch(() => wake());
  stream.onAbort(() => wake());
  try {
    while (!stream.aborted) {
      const rung = new Promise<void>((resolve) => (wake = resolve));
      const last = job.steps.at(-1);
      // A step takes the place of the one before, so whoever comes late needs the last one only.
      if (last && job.said > told) {
        told = job.said;
        await stream.writeSSE({ id: String(told), event: 'progress', data: JSON.stringify(last) });
      }
      if (job.state !== 'running') {
        const at = job.state === 'done' ? { at: job.at } : {};
        return await stream.writeSSE({ event: 'ended', data: JSON.stringify(at) });
      }
      if (job.said === told) await rung;
    }
  } finally {
    stop();
  }
};

/**
 * How far it has come, for any page: when it is done, that page is asked for again, or left for the job's own. Without
 * JavaScript the page asks again by itself.
 */
export const jobBox = (job: Job, then: 'stay' | 'leave' = 'stay'): Markup => {
  const last = job.steps.at(-1);
  const words = last?.line === undefined ? (last?.doing ?? 'It begins …') : `${last.doing}: ${last.line}`;
  return html`<noscript><meta http-equiv="refresh" content="2"></noscript>
<div class="card pad" data-stream="/jobs/${job.id}/events"${then === 'stay' ? html` data-stay` : ''} aria-live="polite">
<p class="doing" data-doing>${seen(words)}</p>
<progress max="100"${last?.percent === undefined ? '' : html` value="${last.percent}"`} aria-label="${job.title}"></progress>
</div>`;
};

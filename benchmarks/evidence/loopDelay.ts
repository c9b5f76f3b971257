import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Loaded with --import into a server that is measured: how long its event loop was held, from SIGUSR2 to the end.
const RESOLUTION_MS = 5;
const file = process.env['PATCHLING_LOOP_FILE'];
if (file !== undefined && isMainThread) {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  process.on('SIGUSR2', () => histogram.reset());
  process.on('exit', () => {
    // What is measured is the time between two ticks, which includes the wait itself.
    const held = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
    const [median, most99, most999] = [50, 99, 99.9].map((part) => held(histogram.percentile(part)));
    writeFileSync(file, JSON.stringify({ median, most99, most999, most: held(histogram.max) }));
  });
}

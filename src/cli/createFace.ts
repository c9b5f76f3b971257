import type { Host } from '../edge/host.ts';
import { createPaint, type Face, isColoured } from './face.ts';

/** A face on the process's own streams. */
export const createFace = (host: Host, options: { json?: boolean; color?: string }): Face => {
  const { stdout, stderr } = process;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    host,
    json: options.json === true,
    say: (line = '') => {
      clear();
      stdout.write(`${line}\n`);
    },
    note: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!stderr.isTTY || options.json === true) return;
      stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
    paint: createPaint(isColoured(options.color, process.env, stdout.isTTY)),
    width: Math.min(stdout.columns ?? 80, 100),
  };
};

import { visible, visibleJson, visiblePainted } from '../core/visible.ts';
import type { Host } from '../edge/host.ts';
import { createPaint, type Face, isColoured } from './face.ts';

/** A face on the process's own streams. Whatever it is given to print, only our own colours reach a terminal raw. */
export const createFace = (host: Host, options: { json?: boolean; color?: string }): Face => {
  const { stdout, stderr } = process;
  const json = options.json === true;
  const coloured = isColoured(options.color, process.env, stdout.isTTY);
  const shownAs = coloured ? visiblePainted : visible;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  process.once('exit', clear);
  return {
    host,
    json,
    say: (line = '') => {
      clear();
      stdout.write(`${json ? visibleJson(line) : shownAs(line)}\n`);
    },
    bytes: (bytes) => {
      clear();
      stdout.write(stdout.isTTY ? visible(Buffer.from(bytes).toString()) : bytes);
    },
    note: (line) => {
      clear();
      stderr.write(`${visible(line)}\n`);
    },
    progress: (line) => {
      if (!stderr.isTTY || json) return;
      stderr.write(`\r\u001b[K${visible(line).slice(0, (stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
    paint: createPaint(coloured),
    columns: stdout.columns || undefined,
    width: Math.min(stdout.columns || 80, 100),
  };
};

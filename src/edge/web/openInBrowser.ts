import type { run } from '../run.ts';

/** Whether there is a desktop that a browser could open on. */
export const hasDesktop = (env: Readonly<Record<string, string | undefined>>): boolean =>
  process.platform === 'darwin' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

/** Asks the desktop to open an address of ours. Whether it could. */
export const openInBrowser = async (start: typeof run, address: string): Promise<boolean> => {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const ran = await start([opener, address], { timeoutMs: 5000 });
  return ran.status === 0 && !ran.missing;
};

import type { Host } from '../edge/host.ts';

/** Whether git's `format.signOff` says that this person signs off whatever they format. */
export const signsAlways = async ({ git }: Pick<Host, 'git'>, tree: string): Promise<boolean> => {
  const settings = await git.gitSettings(tree, ['format.signOff']);
  return /^(?:true|yes|on|1)$/i.test(settings['format.signOff'] ?? '');
};

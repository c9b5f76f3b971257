import type { Called } from './commandTable.ts';

/** Our options in get_maintainer.pl's words. */
export const scriptOptions = (options: Called['options']): readonly string[] => [
  ...(options['git'] === true ? ['--git'] : []),
  ...(options['git'] === false ? ['--nogit', '--nogit-fallback'] : []),
  ...(options['gitFallback'] === true ? ['--git-fallback'] : []),
  ...(options['gitBlame'] === true ? ['--git-blame'] : []),
];

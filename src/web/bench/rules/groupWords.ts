import { packs, treePacks } from '../../../core/preflight/packs.ts';

/** What the rules of a group look at. */
const GROUPS: Readonly<Record<string, string>> = {
  series: 'How the patches hang together, and what they stand on',
  message: 'How the message is written',
  why: 'Whether the message says the problem, and the reason',
  trailers: 'The lines at its end: sign-offs, Fixes, links',
  recipients: 'Who gets the mail',
  versions: 'What a new version owes to the one before',
  timing: 'When it is sent',
  content: 'The change itself, and what checkpatch says',
  mail: 'The mail as a program reads it',
  statement: 'What is said of tools and assistants',
  subsystem: 'What a subsystem asks for besides',
};

/** What a group looks at; of a pack, whose it is. */
export const groupWords = (group: string): string => GROUPS[group] ?? `What ${group} asks for`;

/** Where a pack's rules are written. */
export const packDocument = (group: string): string =>
  [...packs, ...treePacks].find(({ name }) => name === group)?.document ?? '';

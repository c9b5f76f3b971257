import { visibleName } from '../../core/visible.ts';

/** Text as the database can keep it: whole characters, no NUL, and one kind of line end. */
export const keptText = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '\ufffd');

const NAME = 200;

/** A file's own name, without the folders before it; never empty, never one that leads elsewhere. */
export const keptName = (name: string): string => {
  const last = keptText(name).split(/[/\\]/).at(-1) ?? '';
  const shown = visibleName(last).trim().slice(0, NAME);
  return shown === '' || shown === '.' || shown === '..' ? 'file' : shown;
};

import { Trouble } from '../../../core/trouble.ts';

/** A place in an address: `drivers/gpu/drm/gud/gud_pipe.c:73`, or with its column. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column?: number;
}

export const siteAddress = ({ path, line, column }: Place): string =>
  `/site?at=${encodeURIComponent(placeText({ path, line, ...(column !== undefined && { column }) }))
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')}`;

export const placeText = ({ path, line, column }: Place): string =>
  `${path}:${line}${column === undefined ? '' : `:${column}`}`;

/** Reads one that a person may have typed. Throws Trouble `input`: a path outside the tree is none. */
export const readPlace = (text: string | undefined): Place => {
  const [, path = '', line = '', column] = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/.exec(text ?? '') ?? [];
  const isInside = path !== '' && !path.startsWith('/') && !path.split('/').includes('..') && !path.includes('\0');
  if (!isInside) {
    throw new Trouble('input', {
      what: `${text === undefined || text === '' ? 'Nothing' : text} is no place in a tree.`,
      next: 'A place is a path of the tree and a line: mm/vmalloc.c:5055. Find lists them.',
    });
  }
  return { path, line: Number(line), ...(column !== undefined && { column: Number(column) }) };
};

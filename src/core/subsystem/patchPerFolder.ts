import { readWord } from './stance.ts';
import type { DocumentWord } from './stances.ts';

/** A subsystem that wants one change of the same kind as one patch a folder, where others want one a file. */
export interface FolderWish {
  /** Each folder right below one of these is one patch; each ends in a slash. */
  readonly below: readonly string[];
  readonly source: DocumentWord & { readonly heading: string };
}

/** Cameras, television, remote controls and CEC: one for drivers/media/pci, one for drivers/media/usb. */
export const mediaPerFolder = {
  below: ['drivers/media/', 'drivers/staging/media/'],
  source: {
    file: 'Documentation/driver-api/media/maintainer-entry-profile.rst',
    heading: 'Style Cleanup Patches',
    phrase: 'or at least be grouped per directory',
  },
} as const satisfies FolderWish;

const WISHES: readonly FolderWish[] = [mediaPerFolder];

/** The folder that a file's change is one patch with, and where the tree says so. */
export interface WishedFolder {
  /** `drivers/media/pci`. */
  readonly folder: string;
  /** `Documentation/…/maintainer-entry-profile.rst, "Style Cleanup Patches"`. */
  readonly where: string;
}

/** What holds in the user's tree, by its own documents: for a file the folder, undefined where none is asked for. */
export const patchPerFolder = (
  read: (file: string) => string | undefined,
): ((path: string) => WishedFolder | undefined) => {
  const held = WISHES.flatMap(({ below, source }) => {
    const said = readWord(source, read(source.file));
    return said ? [{ below, where: said.where }] : [];
  });
  return (path) => {
    for (const { below, where } of held) {
      const top = below.find((one) => path.startsWith(one));
      const end = top === undefined ? -1 : path.indexOf('/', top.length);
      if (end >= 0) return { folder: path.slice(0, end), where };
    }
    return undefined;
  };
};

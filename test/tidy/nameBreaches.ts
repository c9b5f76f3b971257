import type { Breach } from '../source/breach.ts';
import type { SourceFile } from '../source/sourceFile.ts';

const nothing = /^(utils?|helpers?|common|misc|shared|stuff|lib|index)$/i;

/** Files and folders whose name says nothing: whatever fits nowhere ends there. */
export const nameBreaches = ({ path }: Pick<SourceFile, 'path'>): Breach[] =>
  path.split('/').flatMap((part) => {
    if (!nothing.test(part.replace(/(\.test)?\.\w+$/, ''))) return [];
    const instead = 'the word of the field for what is in it, in the room that owns it';
    return [{ path, what: `${part} names nothing`, instead }];
  });

import type { CleanUps, HistoryFigures, Known } from '../core/subsystem/card.ts';
import { isCompiled, languageOf } from '../core/subsystem/languageOf.ts';
import { type HeldStance, readWord, stanceOn, stanceWords } from '../core/subsystem/stance.ts';
import { GENERAL_WORDS } from '../core/subsystem/stances.ts';
import type { Host } from '../edge/host.ts';

export interface CleanUpsOrder {
  readonly tree: string;
  /** The section's. */
  readonly title: string;
  /** The section's files. */
  readonly paths: readonly string[];
  /** Those of the tree, from stancesOf(). */
  readonly stances: readonly HeldStance[];
  readonly titlesOf: (path: string) => readonly string[];
  readonly history?: Known<HistoryFigures>;
}

/** Whether clean-ups by strangers are wanted: what was said counts before what the year shows. */
export const cleanUpsOf = (host: Pick<Host, 'trees'>, order: CleanUpsOrder): CleanUps => {
  const said = saidOf(order);
  if (said && said.share > 0.5) return { stance: said.stance.stance, because: `${sentence(said)}.` };
  const shown = shownBy(order.history);
  const partly = said ? `${sentence(said)}. ` : '';
  if (shown) return { stance: 'welcome', because: `${partly}${shown}` };
  return { stance: 'unknown', ...unknown(host, order, partly) };
};

interface Said {
  /** The one that holds for the most files of those that want the same. */
  readonly stance: HeldStance;
  /** How many others want the same. */
  readonly others: number;
  /** Of the files that are code (of all, where none is): for how many it holds. */
  readonly files: number;
  readonly of: number;
  readonly share: number;
}

/** What was said of the section by its title, else what holds for the most of its files. */
const saidOf = ({ title, paths, stances, titlesOf }: CleanUpsOrder): Said | undefined => {
  const own = stances.find(({ sections }) => sections?.includes(title));
  if (own) return { stance: own, others: 0, files: paths.length, of: paths.length, share: 1 };
  const code = paths.filter((path) => isCompiled(languageOf(path)));
  const counted = code.length > 0 ? code : paths;
  const held = Map.groupBy(counted, (path) => stanceOn(stances, path, titlesOf(path)));
  const words = [...held]
    .flatMap(([stance, files]) => (stance ? [{ stance, files: files.length }] : []))
    .toSorted((one, other) => other.files - one.files);
  const [widest] = [...Map.groupBy(words, ({ stance }) => stance.stance).values()]
    .map((alike) => ({ alike, files: alike.reduce((sum, { files }) => sum + files, 0) }))
    .toSorted((one, other) => other.files - one.files);
  const [first] = widest?.alike ?? [];
  if (!widest || !first) return undefined;
  const { alike, files } = widest;
  return { stance: first.stance, others: alike.length - 1, files, of: counted.length, share: files / counted.length };
};

const sentence = ({ stance, others, files, of, share }: Said): string => {
  const some = share === 1 ? '' : `For ${files} of its ${of} files, `;
  const words = stance.text === '' ? stanceWords[stance.stance] : `says: "${stance.text.replace(/\.$/, '')}"`;
  const also = others === 0 ? '' : `, and ${others === 1 ? 'one other says' : `${others} others say`} the like`;
  return `${some}${stance.where} ${words}${also}`;
};

const shownBy = (history: CleanUpsOrder['history']): string | undefined => {
  if (history?.kind !== 'known' || history.value.newcomerCleanUps === 0) return undefined;
  const { newcomerCleanUps, until } = history.value;
  const were =
    newcomerCleanUps === 1 ? '1 clean-up by a newcomer was' : `${newcomerCleanUps} clean-ups by newcomers were`;
  return `${were} merged in the year before ${until.slice(0, 10)}.`;
};

/** What is said to everybody is read out where nothing nearer is known. */
const unknown = (
  host: Pick<Host, 'trees'>,
  { tree, history }: CleanUpsOrder,
  partly: string,
): Omit<CleanUps, 'stance'> => {
  const [general] = GENERAL_WORDS.flatMap((word) => readWord(word, host.trees.text(tree, word.file)) ?? []);
  const inGeneral = general ? ` To everybody, ${general.where} says: "${general.text.replace(/\.$/, '')}".` : '';
  const document =
    partly === ''
      ? 'No document of this tree that Patchling knows says it'
      : `${partly}Of the rest no document says it`;
  if (history?.kind === 'known') {
    const year = `in the year before ${history.value.until.slice(0, 10)} no clean-up by a newcomer was merged`;
    return { because: `${document}, and ${year}; its list can be asked.${inGeneral}` };
  }
  const settle = history?.settle;
  return {
    because: `${document}, and there is no history to show whether any were merged.${inGeneral}`,
    ...(settle === undefined ? {} : { settle }),
  };
};

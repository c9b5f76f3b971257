import type { Candidate } from './candidate.ts';
import type { Topic } from './interestTopics.ts';

/** How well a person’s word meets a subsystem: 0 not at all, 1 by its own title. */
export interface WordMatch {
  readonly word: string;
  readonly fit: number;
  /** A clause: `its title says NETWORKING`; empty where nothing matched. */
  readonly seen: string;
}

/** Words that stand in every second title and say nothing. */
const NOISE = new Set([
  'linux',
  'kernel',
  'driver',
  'drivers',
  'subsystem',
  'support',
  'the',
  'and',
  'with',
  'for',
  'some',
  'old',
]);

/** A person’s word against a subsystem: by the topics that it names, else by itself. */
export const matchWord = (word: string, topics: readonly Topic[], candidate: Candidate): WordMatch => {
  const tried = [
    ...topics.map((topic) => byTopic(topic, candidate)),
    byWord(word, candidate, topics.length === 0),
    byTests(topics, candidate),
  ];
  const [found] = tried.toSorted((one, other) => other.fit - one.fit);
  return { word, ...(found ?? NONE) };
};

type Found = Omit<WordMatch, 'word'>;
const NONE: Found = { fit: 0, seen: '' };

const byTopic = ({ titles, folders }: Topic, { about, folders: own, files }: Candidate): Found => {
  const inThem = own.filter(({ folder }) => folders.some((place) => folder.startsWith(place)));
  const share = inThem.reduce((sum, one) => sum + one.files, 0) / Math.max(1, files);
  const [title] = titles.exec(about.name.toUpperCase()) ?? [];
  const [first] = inThem;
  const place = first === undefined ? '' : `${share >= 0.5 ? 'most' : 'some'} of its files lie in ${first.folder}`;
  // A title can use the word for something else: files that lie elsewhere make it less sure.
  if (title !== undefined)
    return { fit: share >= 0.5 ? 1 : share > 0 ? 0.8 : 0.6, seen: `its title says ${title.trim()}` };
  if (share >= 0.5) return { fit: 0.8, seen: place };
  if (share === 0) return NONE;
  return { fit: share >= 0.1 ? 0.3 : 0.2, seen: place };
};

/** Who likes testing finds it everywhere where there are tests; it is not what such a subsystem is about. */
const byTests = (topics: readonly Topic[], { selftests, testFiles }: Candidate): Found =>
  topics.some(({ topic }) => topic === 'testing') && selftests.length * 3 + testFiles.length >= 3
    ? { fit: 0.35, seen: 'it has tests of its own' }
    : NONE;

/** Only a word that is no topic is looked for in folders and lists: `testing` stands in half of all paths. */
const byWord = (phrase: string, { about, folders, files }: Candidate, isRare: boolean): Found => {
  const title = about.name.toLowerCase().split(/[^a-z0-9]+/);
  for (const word of phrase.toLowerCase().split(/[^a-z0-9]+/)) {
    if (word.length < 3 || NOISE.has(word)) continue;
    if (title.includes(word)) return { fit: 1, seen: `its title says ${word.toUpperCase()}` };
    if (!isRare) continue;
    const below = folders.find(
      (own) =>
        own.files * 10 >= files
        && own.folder
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .includes(word),
    );
    if (below) return { fit: 0.5, seen: `it has files in ${below.folder}` };
    const list = about.lists.find((one) =>
      one
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .includes(word),
    );
    if (list !== undefined) return { fit: 0.4, seen: `its list is ${list}` };
  }
  return NONE;
};

import { commitMessage, missingWhy } from '../core/patch/commitMessage.ts';
import { type GoodMessage, goodMessages } from '../core/preflight/goodMessages.ts';
import { preflight } from '../core/preflight/preflight.ts';
import type { Problem } from '../core/preflight/problem.ts';
import { readSeries } from '../core/series/readSeries.ts';
import type { Host } from '../edge/host.ts';
import { gatherFacts } from '../gather/preflight/gatherFacts.ts';
import { describePatches, isReady } from './describePatches.ts';
import { keptWhy } from './keptWhy.ts';
import { type PlaceOrder, siteAt } from './siteAt.ts';

/** Asks of a why what its readers would. */
export interface Coach {
  /** The weightiest first; nothing where the words answer all that the rules look for, or where there are none. */
  ask(why: string): readonly Problem[];
  /** Messages of the history of the same files that say why, by reference; none in a tree without a history. */
  readonly examples: readonly GoodMessage[];
  /** The why that stands in a patch of this site already; nothing where none is written. */
  whyIn(mail: Uint8Array): string;
}

type Needs = Parameters<typeof gatherFacts>[0] & Pick<Host, 'openWorkshop' | 'readBytes'>;

/**
 * A coach for the why of one site: its patch is made once, with the facts that the rules ask for, so that each new
 * wording costs no more than reading it. Undefined for a site that is not ready. It asks, and never writes an answer.
 */
export const openCoach = async (host: Needs, place: PlaceOrder): Promise<Coach | undefined> => {
  const found = await siteAt(host, place);
  if (!isReady(found)) return undefined;
  const { tree } = place;
  const repository = await host.git.repositoryOf(tree);
  const hasHistory = repository.kind === 'repository';
  const [described] = await describePatches(host, { tree, groups: [{ sites: [found] }], hasHistory });
  if (!described) return undefined;
  const { subject, what, files } = described;
  const [first, ...beside] = files;
  const { mail } = await host.git.formatPatch({
    tree,
    ...first,
    beside,
    message: commitMessage({ subject, what }),
    author: { name: 'Your Name', email: 'you@example.com' },
    date: host.now(),
    repository,
  });
  const template = Buffer.from(mail).toString('latin1');
  const seriesOf = (why: string) => readSeries([{ file: 'the patch', source: withWhy(template, why) }]);
  const { allRules } = await import('../core/preflight/allRules.ts');
  const rules = allRules.filter(({ group }) => group === 'why');
  const facts = await gatherFacts(host, { tree, series: seriesOf('Because.'), content: false });
  return {
    ask: (why) => (why.trim() === '' ? [] : preflight({ series: seriesOf(why), facts }, rules).problems),
    examples: goodMessages(facts.formerMessages),
    whyIn: (written) => keptWhy(written, what) ?? '',
  };
};

/** The words where they will stand, wrapped as they will be; bytes as characters. */
const withWhy = (template: string, why: string): string => {
  const body = commitMessage({ subject: '', why, what: '' }).trim();
  return template.replace(missingWhy, () => Buffer.from(body, 'utf8').toString('latin1'));
};

import { patchId } from '../../core/patch/patchId.ts';
import type { PatchMail } from '../../core/patch/patchMail.ts';
import { patchPaths } from '../../core/patch/patchPaths.ts';
import type { Facts, ToolsUsed } from '../../core/preflight/facts.ts';
import { type Known, known, notKnown } from '../../core/preflight/known.ts';
import { packsOf } from '../../core/preflight/packs.ts';
import { toolsUsed } from '../../core/preflight/toolsUsed.ts';
import type { PatchSeries } from '../../core/series/patchSeries.ts';
import { readThread } from '../../core/series/readThread.ts';
import { Trouble } from '../../core/trouble.ts';
import type { FormerCommits } from '../../edge/git/formerCommits.ts';
import type { Host } from '../../edge/host.ts';
import { shellCommand } from '../../edge/shellCommand.ts';
import { appliedOf } from './appliedOf.ts';
import { calendarOf } from './calendarOf.ts';
import { checkpatchOf } from './checkpatchOf.ts';
import { commitsOf } from './commitsOf.ts';
import { documentsOf } from './documentsOf.ts';
import { formerCommitsOf } from './formerCommitsOf.ts';
import { ownersOfSeries } from './ownersOfSeries.ts';

/** What the facts are asked of. */
export type GatherHost = Pick<Host, 'git' | 'trees' | 'env' | 'now' | 'command' | 'checkpatchAll'>;

export interface FactsOrder {
  readonly tree: string;
  readonly series: PatchSeries;
  /** Another tree, to read the documents from that this one lacks. */
  readonly documents?: string;
  /** Whether the code is looked at too, by scripts/checkpatch.pl: it takes longest. */
  readonly content: boolean;
  /** Mails that the person named: former versions and answers are looked for among them. */
  readonly thread?: readonly PatchMail[];
  /** The person's answer to what tools were used; `none` is one. */
  readonly tools?: string;
  /** What they answered for this patch earlier. */
  readonly saidBefore?: ToolsUsed;
}

/**
 * All that the rules may ask about one series. What is not there is said in its place; nothing is thrown for it.
 * `meanwhile` is called once all programs run: what it does takes no time that is not waited for anyway.
 */
export const gatherFacts = async (
  host: GatherHost,
  order: FactsOrder,
  meanwhile: () => void = () => {},
): Promise<Facts> => {
  const { tree, series } = order;
  // First, since they run by themselves from here on.
  const checkpatch = orUnknown(checkpatchOf(host, order, series));
  const applied = orUnknown(appliedOf(host, tree, series));
  const settings = orUnknown(host.git.mailSettings(tree));
  const documents = documentsOf(host, tree, order.documents);
  const repository = await host.git.repositoryOf(tree);
  const tags = repository.kind === 'none' ? Promise.resolve(undefined) : host.git.releaseTags(tree);
  const asked = { tree, repository, tags };
  const calendar = orUnknown(calendarOf(host, asked, documents.version));
  const commits = orUnknown(commitsOf(host, asked, series));
  const former = orUnknown(formerCommitsOf(host, asked, series));
  // Reading MAINTAINERS holds everything else up: by now git is asked.
  meanwhile();
  const owners = ownersOfSeries(host, tree, series);
  return {
    ...documents,
    now: host.now().toISOString(),
    recipients: await orUnknown(owners.recipients),
    sections: owners.sections,
    packs: packsOf({
      paths: pathsOf(series),
      sections: owners.sections,
      isInTree: (path) => documents.isInTree(path) || documents.document(path) !== undefined,
    }),
    calendar: await calendar,
    commits: await commits,
    ...formerFacts(await former),
    applied: await applied,
    checkpatch: await checkpatch,
    thread: threadOf(host, order),
    tested: notTested(order),
    claims: notClaimed(order),
    settings: await settings,
    tools: toolsOf(order),
  };
};

/** What the machine refused (no process, no room on the disk) is one fact less, not the end of the check. */
const orUnknown = async <Value>(asked: Promise<Known<Value>>): Promise<Known<Value>> => {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const { what, why, next } = error.words;
    return notKnown(why === undefined ? what : `${what} ${why}`, next ?? 'check again');
  }
};

const formerFacts = (former: Known<FormerCommits>): Pick<Facts, 'formerSubjects' | 'formerMessages'> => ({
  formerSubjects: former.known ? known(former.value.subjects) : former,
  formerMessages: former.known ? former.value.messages : [],
});

const threadOf = ({ command }: Pick<Host, 'command'>, { series, thread }: FactsOrder): Facts['thread'] => {
  if (thread) return known(readThread(thread, series, (patch) => patchId(patch) ?? ''));
  const files = [...new Set(series.mails.map(({ mail }) => mail.file))].slice(0, 20);
  return notKnown('No former mails were named.', `${command} check ${shellCommand(files)} --thread MBOX`);
};

// The lab fills this.
const notTested = ({ tree, series }: FactsOrder): Known<never> => {
  const source = pathsOf(series).find((path) => /\.[cS]$/.test(path));
  const goal = source === undefined ? 'all' : source.replace(/\.[cS]$/, '.o');
  const settle = shellCommand(['make', '-C', tree, 'O=BUILD_FOLDER', 'W=1', goal]);
  return notKnown('Patchling has no record of what was tested.', `${settle}, then run what you built`);
};

// The archive fills this.
const notClaimed = ({ series }: FactsOrder): Known<never> => {
  const path = pathsOf(series).find((one) => /^[\w./+-]+$/.test(one)) ?? 'PATH';
  const settle = `search by hand for mails that change the file: https://lore.kernel.org/all/?q=dfn:${path}`;
  return notKnown('Nobody has looked whether somebody else works on this.', settle);
};

const pathsOf = ({ patches }: PatchSeries): readonly string[] => patchPaths(patches.flatMap(({ diff }) => diff));

const toolsOf = ({ tools, saidBefore }: FactsOrder): Known<ToolsUsed> => {
  const said = toolsUsed(tools ?? '') ?? saidBefore;
  if (said) return known(said);
  return notKnown(
    'You have not said whether a tool wrote a part of this.',
    'check again with --tools none, or --tools "WHICH TOOL, FOR WHAT"',
  );
};

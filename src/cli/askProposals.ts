import type { Answer } from '../bench/makeVersion.ts';
import type { SeriesPlan } from '../bench/planSeries.ts';
import { answerKey } from '../core/journal/contributions.ts';
import { plural } from '../core/plural.ts';
import { patchKey } from '../core/preflight/patchKey.ts';
import type { Offered, Proposal, Proposals } from '../core/series/proposal.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

/**
 * What the person says to each proposal: earlier, by `--take`, or now at the terminal. Nobody else takes one; what was
 * not answered is left out and offered again the next time.
 */
export const askProposals = async (
  face: Face,
  plan: SeriesPlan,
  { offered }: Proposals,
  take: ReadonlySet<string>,
): Promise<readonly Answer[]> => {
  const open: Proposal[] = [];
  const answers: Answer[] = [];
  for (const proposal of offered) {
    const before = earlier(plan, proposal);
    if (before) answers.push(before);
    else if (take.has(proposal.kind) && proposal.trust !== 'unsure')
      answers.push({ proposal, taken: proposal.trailer });
    else open.push(proposal);
  }
  if (!face.json) sayAnswered(face, answers);
  if (open.length === 0 || face.json || !face.host.terminal.isInteractive) return answers;
  for (const group of groups(open)) answers.push(...(await askGroup(face, plan, group)));
  return answers;
};

const earlier = ({ contribution, series }: SeriesPlan, proposal: Proposal): Answer | undefined => {
  const patch = series.patches[proposal.patch - 1];
  const change = patch ? patchKey(patch) : 'series';
  const said = ({ trailer }: Offered): boolean | undefined =>
    contribution?.answers.get(answerKey(change, `${trailer.token}: ${trailer.value}`));
  const all: readonly Offered[] = [proposal, ...proposal.instead];
  const taken = all.find((one) => said(one) === true);
  if (taken) return { proposal, taken: taken.trailer };
  return said(proposal) === false ? { proposal } : undefined;
};

const sayAnswered = ({ note }: Face, answers: readonly Answer[]): void => {
  for (const { proposal, taken } of answers) {
    if (taken) note(`+ ${placed(proposal)}${trailerText(taken)}`);
  }
};

/** The tags of one review are one question. */
const groups = (open: readonly Proposal[]): readonly (readonly Proposal[])[] => {
  const tags = open.filter(({ kind, trust }) => kind === 'tags' && trust !== 'unsure');
  const rest = open.filter((one) => !tags.includes(one)).map((one) => [one]);
  return tags.length > 0 ? [tags, ...rest] : rest;
};

const askGroup = async (face: Face, plan: SeriesPlan, group: readonly Proposal[]): Promise<readonly Answer[]> => {
  const [first] = group;
  if (!first) return [];
  if (group.length === 1) return [await askOne(face, plan, first)];
  face.note('');
  for (const one of group) sayProposal(face, plan, one);
  const answer = await face.host.terminal.ask(`Take these ${plural(group.length, 'tag')}? [y/N, e: each by itself] `);
  if (/^e/i.test(answer)) {
    const answers: Answer[] = [];
    for (const one of group) answers.push(await askOne(face, plan, one));
    return answers;
  }
  return group.map((proposal) => ({ proposal, ...(isYes(answer) && { taken: proposal.trailer }) }));
};

const askOne = async (face: Face, plan: SeriesPlan, proposal: Proposal): Promise<Answer> => {
  const { note, host, width } = face;
  note('');
  sayProposal(face, plan, proposal);
  for (const [index, { trailer, seen }] of proposal.instead.entries()) {
    note(`  ${index + 2}  ${trailerText(trailer)}`);
    for (const line of folded(seen, width - 5)) note(`     ${line}`);
  }
  const numbers = proposal.instead.map((_, index) => `/${index + 2}`).join('');
  const answer = await host.terminal.ask(`Take it? [y/N${numbers}] `);
  const other = proposal.instead[Number(answer) - 2];
  const taken = isYes(answer) || answer === '1' ? proposal.trailer : other?.trailer;
  return { proposal, ...(taken && { taken }) };
};

const sayProposal = ({ note, width }: Face, { series }: SeriesPlan, proposal: Proposal): void => {
  const patch = series.patches[proposal.patch - 1];
  const unsure = proposal.trust === 'unsure' ? '? unsure  ' : '';
  note(trailerText(proposal.trailer));
  note(`  ${unsure}${placed(proposal)}${patch?.subject.summary ?? ''}`);
  for (const line of folded(proposal.seen, width - 2)) note(`  ${line}`);
};

const placed = ({ patch }: Proposal): string => (patch > 0 ? `patch ${patch}: ` : '');

const trailerText = ({ token, value }: Offered['trailer']): string => `${token}: ${value}`;

const isYes = (answer: string): boolean => /^y(?:es)?$/i.test(answer);

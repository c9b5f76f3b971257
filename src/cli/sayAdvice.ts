import type { AdviceGiven } from '../bench/adviseSubsystems.ts';
import { adviceWeights } from '../core/subsystem/adviceWeights.ts';
import { type Advised, RECOMMENDED } from '../core/subsystem/advise.ts';
import type { Newcomer } from '../core/subsystem/newcomer.ts';
import { visibleName } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { grouped } from './grouped.ts';
import { type ShownTree, shownCommand } from './shownCommand.ts';

const WHY_TWO =
  'Two at most. Every subsystem has its own list, habits and people, and reviewers answer those whom they have met before: '
  + 'who spreads over more stays a stranger in all of them. Begin in one; take the second when you wait for an answer.';

/** The advice as a page: what changed, the best two at length, the others in a line each, what is not known. */
export const sayAdvice = (face: Face, tree: ShownTree & { readonly name: string }, given: AdviceGiven): void => {
  const { say, paint } = face;
  const { advice } = given;
  if (advice.advised.length === 0) return sayNone(face, tree.name);
  sentences(face, `${opening(given, tree.name)} ${saysWho(advice.newcomer)}`);
  sayChanged(face, given.changed);
  const best = advice.advised.slice(0, RECOMMENDED);
  for (const [index, one] of best.entries()) {
    say();
    sayAtLength(face, tree, index + 1, one, given);
  }
  const others = advice.advised.slice(RECOMMENDED);
  if (others.length > 0) {
    say();
    say(paint('strong', 'If these two are not for you'));
    for (const [index, one] of others.entries()) sayInShort(face, RECOMMENDED + index + 1, one);
  }
  say();
  sentences(face, WHY_TWO);
  sayUnknown(face, given);
};

const sayNone = (face: Face, tree: string): void =>
  sentences(
    face,
    `${tree} has no subsystem that a newcomer could be advised to choose: its MAINTAINERS names none that somebody looks `
      + 'after, that has a handful of files, and, where there is a history, some patches a year.',
  );

const opening = ({ advice, weighed, matching }: AdviceGiven, tree: string): string => {
  const all = `Of ${grouped(weighed)} subsystems of ${tree} that a newcomer can choose`;
  return advice.newcomer.interests.length === 0
    ? `${all}, these fit best.`
    : `${all}, ${grouped(matching)} meet what interests you. These fit best.`;
};

const saysWho = ({ hours, months, interests, hardware }: Newcomer): string => {
  const said = [
    hours === undefined ? '' : `${hours} hours a week`,
    months === undefined ? '' : `${months} months`,
    interests.length === 0 ? '' : `interests: ${interests.join(', ')}`,
    hardware.length === 0 ? 'no hardware named' : `hardware: ${hardware.join(', ')}`,
  ];
  return `You said: ${said.filter((part) => part !== '').join('; ')}.`;
};

const sayChanged = ({ say, paint, width }: Face, changed: readonly string[]): void => {
  if (changed.length === 0) return;
  say();
  say(paint('strong', 'Since the last time'));
  for (const sentence of changed) bullet(say, '•', sentence, width);
};

const sayAtLength = (face: Face, tree: ShownTree, place: number, one: Advised, given: AdviceGiven): void => {
  const { say, paint, width } = face;
  say(`${paint('strong', `${place}. ${visibleName(one.name)}`)}  ${paint('soft', `${one.score} of 100`)}`);
  const first = given.firsts.get(one.name);
  if (first) {
    for (const line of folded(visibleName(first.begin), width - 3)) say(`   ${line}`);
    say(`   ${paint('leaf', visibleName(shownCommand(face, tree, first.command)))}`);
  }
  for (const [fits, heading] of [
    [true, 'What speaks for it'],
    [false, 'What speaks against it'],
  ] as const) {
    const counted = one.counted.filter(({ fit }) => fit >= 0.5 === fits);
    const cautions = fits ? [] : one.cautions;
    say(`   ${heading}${counted.length + cautions.length === 0 ? ': nothing that was looked at' : ''}`);
    for (const { points, most, seen } of counted) {
      const brought = `${Math.round(points)} of ${Math.round(most)}`.padStart(8);
      bullet(say, `   ${paint('soft', brought)}`, seen, width, 11);
    }
    for (const caution of cautions) bullet(say, `   ${' '.repeat(8)}`, caution, width, 11);
  }
};

const sayInShort = ({ say, paint, width }: Face, place: number, one: Advised): void => {
  say(`${place}. ${visibleName(one.name)}  ${paint('soft', `${one.score} of 100`)}`);
  const best = one.counted.filter(({ fit }) => fit >= 0.5).slice(0, 2);
  const [worst] = one.counted
    .filter(({ fit }) => fit < 0.5)
    .toSorted((a, b) => b.most - b.points - (a.most - a.points));
  const words = [...best.map(({ seen }) => seen), ...(worst ? [`but ${worst.seen}`] : one.cautions.slice(0, 1))];
  for (const line of folded(visibleName(words.join('; ')), width - 3)) say(`   ${paint('soft', line)}`);
};

const sayUnknown = (face: Face, { advice }: AdviceGiven): void => {
  const { say, paint, width } = face;
  const total = adviceWeights.length;
  const known = Math.round(advice.knownShare * 100);
  say();
  if (advice.unknown.length === 0) {
    say(
      paint('soft', `All that the formula asks was looked at; docs/advice.md has its ${total} measures and weights.`),
    );
    return;
  }
  say(`${paint('strong', 'Not known')}, so not counted; ${known} % of the formula could be looked at`);
  const reasons = Map.groupBy(advice.unknown, ({ because, settle }) => JSON.stringify([because, settle]));
  for (const group of reasons.values()) {
    const [{ because, settle } = { because: '' }] = group;
    bullet(say, paint('unknown', '?'), `${group.map(({ measure }) => measure).join(', ')}: ${because}`, width);
    if (settle !== undefined) say(`  ${paint('soft', 'settle it:')} ${visibleName(settle)}`);
  }
};

const bullet = (say: Face['say'], mark: string, text: string, width: number, hang = 1): void => {
  for (const [index, line] of folded(visibleName(text), width - hang - 1).entries()) {
    say(`${index === 0 ? mark : ' '.repeat(hang)} ${line}`);
  }
};

const sentences = ({ say, width }: Face, text: string): void => {
  for (const line of folded(visibleName(text), width)) say(line);
};
